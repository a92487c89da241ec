import fs from 'node:fs'
import path from 'node:path'
import {parse} from 'yaml'
import {SECTION_KINDS} from '../../core/src/document/kinds.ts'
import type {QuestionBank} from '../../core/src/assist/questions.ts'
import {root} from './write.ts'

const SOURCE = 'core/data/en/questions.yml'

export function generateQuestions(): Record<string, string> {
  const bank = parse(fs.readFileSync(path.join(root, SOURCE), 'utf8')) as QuestionBank
  for (const {id, sections, questions} of bank.phases) {
    const odd = sections.find((kind) => !SECTION_KINDS.includes(kind))
    if (odd) throw new Error(`${SOURCE}: “${odd}” of ${id} is no section kind`)
    for (const question of questions)
      if (!question.endsWith('?') || /^(?:Why|Who)\b/.test(question)) throw new Error(`${SOURCE}: “${question}”`)
  }
  if (bank.bones.some(({name}) => /human|error/i.test(name)))
    throw new Error(`${SOURCE}: there is no bone for human error`)
  return {
    'core/src/assist/questions.generated.ts':
      `// Generated from ${SOURCE} by “npm run generate”. Do not edit.\nimport type {QuestionBank} from './questions.ts'\n\n` +
      `export const BANK: QuestionBank = ${JSON.stringify(bank, null, 1)}\n`,
  }
}
