import {isMap, isPair, isScalar, parseDocument, type YAMLError} from 'yaml'
import {RULE_INFO} from '../rules/info.ts'
import type {Span} from '../text/span.ts'
import type {LintConfig} from './config.ts'
import {CONFIG_SCHEMA, type Schema} from './config-schema.ts'

/** A value that says nothing the linter understands. It is left out; all others count. */
export interface ConfigProblem {
  readonly path: readonly (string | number)[]
  readonly message: string
  /** Where the value stands, for configurations that come from a text. */
  readonly span?: Span
}

export interface ConfigReading {
  readonly config: Partial<LintConfig>
  readonly problems: readonly ConfigProblem[]
}

/** The settings in a value of any shape. Never throws. */
export function readConfig(value: unknown): ConfigReading {
  if (value === null || value === undefined) return {config: {}, problems: []}
  const problems: ConfigProblem[] = []
  const schema: Schema = {
    type: 'object',
    properties: {...CONFIG_SCHEMA, rules: knownRules()},
    additionalProperties: false,
  }
  const config = (conform(value, schema, [], problems) ?? {}) as Record<string, unknown>
  for (const [i, {rule}] of ((config.cues ?? []) as {rule: string}[]).entries()) {
    if (!RULE_INFO.has(rule))
      problems.push({path: ['cues', i, 'rule'], message: unknown(rule, [...RULE_INFO.keys()], 'rule')})
  }
  if (typeof config.timezone === 'string' && !isTimeZone(config.timezone)) {
    problems.push({
      path: ['timezone'],
      message: `“${config.timezone}” is no time zone known here. IANA names work, such as Europe/Berlin or UTC.`,
    })
    delete config.timezone
  }
  return {config, problems}
}

/** Severities by rule; a misspelt rule would be off without a word. */
const knownRules = (): Schema => ({
  ...CONFIG_SCHEMA.rules,
  properties: Object.fromEntries(
    [...RULE_INFO.keys()].map((id) => [id, CONFIG_SCHEMA.rules.additionalProperties as Schema]),
  ),
  additionalProperties: false,
})

/** The settings in the text of a `.postmortemrc.yml`. Never throws. */
export function readConfigFile(text: string): ConfigReading {
  let document: ReturnType<typeof parseDocument>
  let value: unknown
  try {
    document = parseDocument(text, {logLevel: 'silent', uniqueKeys: true})
    if (document.errors.length) return {config: {}, problems: document.errors.map(brokenYaml)}
    value = document.toJS({maxAliasCount: 100})
  } catch {
    // Nesting beyond the parser's stack, or aliases that multiply.
    return {
      config: {},
      problems: [{path: [], message: 'The YAML of this file is too deep to be read.', span: {start: 0, end: 0}}],
    }
  }
  const {config, problems} = readConfig(value)
  const spanOf = (path: ConfigProblem['path']): Span => {
    const node = path.length ? document.getIn(path, true) : document.contents
    const range = (node as {range?: readonly number[] | null} | null | undefined)?.range ?? keyRange(document, path)
    return {start: range?.[0] ?? 0, end: range?.[1] ?? 0}
  }
  return {config, problems: problems.map((problem) => ({...problem, span: spanOf(problem.path)}))}
}

const brokenYaml = ({code, pos: [start, end]}: YAMLError): ConfigProblem => ({
  path: [],
  message: `The YAML cannot be read here (${code.toLowerCase().replaceAll('_', ' ')}).`,
  span: {start, end: Math.max(start, end)},
})

/** The place of a key whose value is missing. */
function keyRange(
  document: ReturnType<typeof parseDocument>,
  path: ConfigProblem['path'],
): readonly number[] | undefined {
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents
  if (!isMap(parent)) return undefined
  const pair = parent.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === path.at(-1))
  return isScalar(pair?.key) ? (pair.key.range ?? undefined) : undefined
}

/** The value without what the schema does not allow; undefined where nothing of it is left. */
function conform(value: unknown, schema: Schema, path: ConfigProblem['path'], problems: ConfigProblem[]): unknown {
  const reject = (expected: string): undefined => {
    problems.push({
      path,
      message: `${place(path)} ${path.length ? 'is' : 'holds'} ${show(value)}; it takes ${expected}.`,
    })
    return undefined
  }
  switch (schema.type) {
    case 'string':
      if (typeof value !== 'string') return reject('a text')
      return schema.enum && !schema.enum.includes(value) ? reject(`one of ${schema.enum.join(', ')}`) : value
    case 'boolean':
      return typeof value === 'boolean' ? value : reject('true or false')
    case 'integer':
      return Number.isInteger(value) && (value as number) >= (schema.minimum ?? -Infinity)
        ? value
        : reject(`a whole number${schema.minimum === undefined ? '' : ` from ${schema.minimum} on`}`)
    case 'array':
      if (!Array.isArray(value)) return reject('a list')
      return value
        .map((item, i) => conform(item, schema.items!, [...path, i], problems))
        .filter((item) => item !== undefined)
    case 'object':
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return reject('keys with values')
      return conformObject(value as Record<string, unknown>, schema, path, problems)
  }
}

function conformObject(
  value: Record<string, unknown>,
  schema: Schema,
  path: ConfigProblem['path'],
  problems: ConfigProblem[],
): unknown {
  const missing = schema.required?.find((key) => !(key in value))
  if (missing) {
    problems.push({path, message: `${place(path)} has no “${missing}”.`})
    return undefined
  }
  const result: Record<string, unknown> = {}
  for (const [key, inner] of Object.entries(value)) {
    const own = Object.hasOwn(schema.properties ?? {}, key) ? schema.properties![key] : schema.additionalProperties
    if (!own) {
      problems.push({
        path: [...path, key],
        message: unknown(key, Object.keys(schema.properties ?? {}), path[0] === 'rules' ? 'rule' : 'setting'),
      })
      continue
    }
    // A setting without a value is one that was not made.
    if (inner === null || inner === undefined) continue
    const read = conform(inner, own, [...path, key], problems)
    if (read !== undefined) result[key] = read
  }
  return result
}

function unknown(key: string, known: readonly string[], what: 'rule' | 'setting'): string {
  const near = nearest(key, known)
  return `“${key}” is no ${what}.${near ? ` “${near}” is.` : ''}`
}

const place = (path: ConfigProblem['path']): string => (path.length ? `“${path.join('.')}”` : 'The configuration')

function show(value: unknown): string {
  if (typeof value === 'string') return `“${value.length > 40 ? `${value.slice(0, 40)}…` : value}”`
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' ? 'a set of keys' : String(value)
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', {timeZone: name})
    return true
  } catch {
    return false
  }
}

/** The known key with the fewest letters changed, where these are few. */
function nearest(key: string, known: readonly string[]): string | undefined {
  const best = known
    .map((name) => ({name, distance: distance(key.toLowerCase(), name.toLowerCase())}))
    .sort((a, b) => a.distance - b.distance)[0]
  return best && best.distance <= Math.max(1, Math.floor(key.length / 4)) ? best.name : undefined
}

/** Letters to add, drop, change or swap with their neighbour. */
function distance(a: string, b: string): number {
  let before: number[] = []
  let row = Array.from({length: b.length + 1}, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      next.push(
        Math.min(
          row[j]! + 1,
          next[j - 1]! + 1,
          row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1),
          isSwap ? before[j - 2]! + 1 : Infinity,
        ),
      )
    }
    ;[before, row] = [row, next]
  }
  return row.at(-1)!
}
