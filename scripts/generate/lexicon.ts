import fs from 'node:fs'
import path from 'node:path'
import {parse} from 'yaml'
import type {LexiconData} from '../../core/src/language/lexicon.ts'
import {dataModule, root} from './write.ts'

const FOLDER = 'core/data/en/lexicon'

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
  const lexicon: LexiconData = {words, irregular: irregular.join(';')}
  return {
    'core/src/language/lexicon.generated.ts': dataModule(
      `A \`LexiconData\`, generated from ${FOLDER} by “npm run generate”.`,
      lexicon,
    ),
  }
}

function checked(word: string, file: string): string {
  if (typeof word !== 'string') throw new Error(`${FOLDER}/${file}: “${String(word)}” is no text; put it in quotes`)
  if (/\s/.test(word) || word !== word.toLowerCase())
    throw new Error(`${FOLDER}/${file}: “${word}” must be one word in lower case`)
  return word
}
