import fs from 'node:fs'
import path from 'node:path'
import {parse} from 'yaml'
import {root} from './write.ts'

const FOLDER = 'core/data/en/lexicon'

/**
 * The words, one string for all that are of the same classes: decoding a few strings is cheaper than parsing many thousand
 * literals.
 */
export function generateLexicon(): Record<string, string> {
  const classes: Record<string, Set<string>> = {}
  let irregular: string[] = []
  for (const file of fs.readdirSync(path.join(root, FOLDER)).sort()) {
    const data = parse(fs.readFileSync(path.join(root, FOLDER, file), 'utf8')) as {classes: Record<string, string[]>}
    for (const [name, words] of Object.entries(data.classes)) {
      if (name === 'irregular') irregular = words
      else for (const word of words) (classes[name] ??= new Set()).add(checked(word, file))
    }
  }
  for (const entry of irregular) (classes.verb ??= new Set()).add(entry.split(' ')[0]!)
  const classesOf = new Map<string, string>()
  for (const [name, words] of Object.entries(classes))
    for (const word of words) classesOf.set(word, classesOf.has(word) ? `${classesOf.get(word)} ${name}` : name)
  const words: Record<string, string> = {}
  for (const [word, names] of classesOf) words[names] = words[names] ? `${words[names]} ${word}` : word
  return {
    'core/src/language/lexicon.generated.ts':
      `// Generated from ${FOLDER} by “npm run generate”. Do not edit.\n` +
      `export const LEXICON: {readonly words: Readonly<Record<string, string>>; readonly irregular: string} = ${JSON.stringify({words, irregular: irregular.join(';')})}\n`,
  }
}

function checked(word: string, file: string): string {
  if (typeof word !== 'string') throw new Error(`${FOLDER}/${file}: “${String(word)}” is no text; put it in quotes`)
  if (/\s/.test(word) || word !== word.toLowerCase())
    throw new Error(`${FOLDER}/${file}: “${word}” must be one word in lower case`)
  return word
}
