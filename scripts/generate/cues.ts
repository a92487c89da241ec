import fs from 'node:fs'
import path from 'node:path'
import {parse} from 'yaml'
import type {Cue} from '../../core/src/language/cues/cue.ts'
import {cueTable} from '../../core/src/language/cues/pack.ts'
import {needsOf} from '../../core/src/language/cues/needs.ts'
import {parsePattern} from '../../core/src/language/cues/pattern.ts'
import {dataModule, root} from './write.ts'

const FOLDER = 'core/data/en/cues'

/** A cue entry as it is written. */
export interface CueSource {
  readonly match: string | readonly string[]
  readonly rule?: string
  readonly subject?: string
  readonly unless?: string | readonly string[]
  readonly with?: string | readonly string[]
  readonly 'not-in'?: readonly string[]
  readonly 'only-in'?: readonly string[]
  readonly question?: boolean
  readonly negated?: boolean
  readonly severity?: string
  readonly why?: string
  readonly ask?: string
  readonly source?: string | readonly string[]
  readonly flags?: readonly string[]
  readonly allows?: readonly string[]
  readonly limits?: readonly string[]
}

export interface CueFile {
  readonly file: string
  readonly family: string
  readonly rule?: string
  readonly why?: string
  readonly ask?: string
  readonly source?: string | readonly string[]
  readonly cues: readonly CueSource[]
}

const KEYS = new Set([
  'match',
  'rule',
  'subject',
  'unless',
  'with',
  'not-in',
  'only-in',
  'question',
  'negated',
  'severity',
  'why',
  'ask',
  'source',
  'flags',
  'allows',
  'limits',
  'note',
])
const SUBJECTS = new Set(['human', 'third', 'first', 'human?', 'system', 'any'])

export function readCueFiles(): CueFile[] {
  const folder = path.join(root, FOLDER)
  return fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.yml'))
    .sort()
    .map((name) => ({
      file: `${FOLDER}/${name}`,
      ...(parse(fs.readFileSync(path.join(folder, name), 'utf8')) as Omit<CueFile, 'file'>),
    }))
}

const list = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value

export function generateCues(): Record<string, string> {
  const seen = new Map<string, string>()
  const cues = readCueFiles().flatMap((file) => file.cues.map((entry, i) => compile(file, entry, i, seen)))
  return {
    'core/src/language/cues/cues.generated.ts': dataModule(
      `A \`CueTable\`, generated from ${FOLDER} by “npm run generate”.`,
      cueTable(cues),
    ),
  }
}

function compile(file: CueFile, entry: CueSource, i: number, seen: Map<string, string>): Omit<Cue, 'needs'> {
  const where = `${file.file}, entry ${i + 1} (${list(entry.match)[0] ?? 'no match'})`
  const fail = (what: string): never => {
    throw new Error(`${where}: ${what}`)
  }
  for (const key of Object.keys(entry)) if (!KEYS.has(key)) fail(`there is no key “${key}”`)
  if (entry.subject !== undefined && !SUBJECTS.has(entry.subject)) fail(`“${entry.subject}” is no subject`)
  const rule = entry.rule ?? file.rule ?? fail('no rule')
  const match = list(entry.match)
  if (match.length === 0) fail('match is missing')
  try {
    for (const source of match) {
      const key = `${rule} ${source} ${entry.subject ?? ''}`
      if (seen.has(key)) fail(`“${source}” stands in ${seen.get(key)} already`)
      seen.set(key, where)
    }
    for (const source of match) needsOf(parsePattern(source), source)
    for (const veto of [...list(entry.unless), ...list(entry.with)]) parsePattern(veto)
    return {
      id: `${file.family}-${i + 1}`,
      rule,
      match,
      ...(entry.subject && entry.subject !== 'any' ? {subject: entry.subject as Cue['subject']} : {}),
      ...(entry.unless ? {unless: list(entry.unless)} : {}),
      ...(entry.with ? {with: list(entry.with)} : {}),
      ...(entry['not-in'] ? {notIn: entry['not-in'] as Cue['notIn']} : {}),
      ...(entry['only-in'] ? {onlyIn: entry['only-in'] as Cue['onlyIn']} : {}),
      ...(entry.question === undefined ? {} : {question: entry.question}),
      ...(entry.negated === undefined ? {} : {negated: entry.negated}),
      ...(entry.severity ? {severity: entry.severity as Cue['severity']} : {}),
      ...((entry.why ?? file.why) ? {why: entry.why ?? file.why} : {}),
      ...((entry.ask ?? file.ask) ? {ask: entry.ask ?? file.ask} : {}),
    }
  } catch (error) {
    return fail(error instanceof Error ? error.message.replace(`${where}: `, '') : String(error))
  }
}
