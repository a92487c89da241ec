import type {SectionKind} from '../../document/kinds.ts'
import {type Block, blocksOf, firstFrom} from '../../document/blocks.ts'
import type {PostmortemDocument} from '../../document/postmortem-document.ts'
import {proseOf} from '../../document/prose.ts'
import {type Chunk, derive} from '../../markdown/chunks.ts'
import type {LintConfig} from '../../lint/config.ts'
import type {Span} from '../../text/span.ts'
import {replace} from '../../text/edit.ts'
import {defineRule, type RuleExamples} from '../rule.ts'

export const namedPerson = defineRule({
  id: 'named-person',
  code: 'D05',
  group: 'structure',
  severity: 'hint',
  docs: {
    summary: 'Find people by name where the document speaks of roles.',
    why: 'Readers who meet a name give the act to the person; readers who meet a role ask what anybody in that place would have seen. The name also stays in the archive.',
    ask: [
      'Which role was acting, and what was it looking at?',
      'Would the sentence tell less with the role in place of the name?',
    ],
    sources: [
      'Atlassian and PagerDuty: roles instead of names',
      'Fausey & Boroditsky 2010: a named agent draws more blame',
    ],
  },
  *check(document, {config}) {
    const stated = document.metadata.attribution?.value
    const attribution = stated ?? config.attribution
    if (attribution === 'name') return
    const names = namesOf(document, config)
    if (!names.size) return
    const found = new Map<string, Span[]>()
    for (const block of blocksNaming(document, names)) {
      if (!isChecked(block)) continue
      for (const {name, span} of namesIn(document.textOf(block.span), block.span.start, names))
        found.set(name, [...(found.get(name) ?? []), span])
    }
    for (const [first, ...rest] of found.values()) {
      yield {
        span: first!,
        message: `A name stands here where a role would tell as much${rest.length ? `; it stands in ${rest.length} more places` : ''}.`,
        severity:
          stated === 'role' || stated === 'none' || document.metadata.audience?.value === 'public'
            ? 'information'
            : undefined,
        related: rest.slice(0, 10).map((span) => ({span, message: 'The same name.'})),
        questions: namedPerson.docs.ask,
        fixes: [
          {
            title: `Put a role in place of “${document.textOf(first!)}”`,
            kind: 'rewrite',
            hasHoles: true,
            edits: [first!, ...rest].map((span) => replace(span, '{the role}')),
          },
        ],
      }
    }
  },
})

/** Where names belong, or where a name is thanks. */
const FREE: readonly SectionKind[] = [
  'people',
  'actions',
  'timeline',
  'well',
  'support',
  'meta',
  'recurrence',
  'questions',
]

function isChecked({sectionKind, kind, section, isHeader}: Block): boolean {
  if (kind === 'heading' || kind === 'quote' || kind === 'table-cell' || isHeader) return false
  return section !== undefined && sectionKind !== undefined && !FREE.includes(sectionKind)
}

const NAME_WORD = /^\p{Lu}[\p{L}'’-]{2,}$/u
const ORGANISATION =
  /\b(?:team|org|organi[sz]ation|inc|ltd|gmbh|committee|foundation|group|platform|infra\w*|ops|squad|crew|community|everyone|support|security|company|on-?call|sre)\b/i
const HANDLE = /(?<![\p{L}\p{N}/@.`#:-])@[A-Za-z][\w-]{1,38}(?![\w/.@-]*[\w/@])/gu
const GROUP_HANDLE =
  /(?:^|-)(?:team|platform|infra|ops|core|sre|oncall|on-call|admins?|bot|here|channel|all|everyone|dev|devs|support)s?$/i

const handlesOf: (chunk: Chunk) => readonly string[] = derive((chunk) => {
  if (!chunk.text.includes('@')) return []
  return proseOf(chunk).flatMap(({kind, span}) =>
    kind === 'heading' || kind === 'quote'
      ? []
      : (chunk.text.slice(span.start, span.end).match(HANDLE) ?? [])
          .map((handle) => handle.slice(1).toLowerCase())
          .filter((name) => !GROUP_HANDLE.test(name)),
  )
})

/** The blocks of chunks in which one of the names stands at all. */
function blocksNaming(document: PostmortemDocument, names: ReadonlySet<string>): Block[] {
  const any = new RegExp([...names].map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'iu')
  const hits = document.chunks.filter(({chunk}) => any.test(chunk.text))
  const blocks = blocksOf(document)
  return hits.flatMap(({chunk, start}) => {
    const found: Block[] = []
    for (let i = firstFrom(blocks, start); i < blocks.length && blocks[i]!.span.start < start + chunk.text.length; i++)
      found.push(blocks[i]!)
    return found
  })
}

/** Names that the document or the settings give to people, and handles. Capitalised words alone are more often products. */
function namesOf(document: PostmortemDocument, config: LintConfig): Set<string> {
  const names = new Set<string>()
  const add = (full: string): void => {
    const words = full.replace(/^@/, '').trim().split(/\s+/)
    if (words.length > 3 || ORGANISATION.test(full)) return
    if (full.startsWith('@')) names.add(words[0]!.toLowerCase())
    else if (words.every((word) => NAME_WORD.test(word) || /^\p{Lu}\.?$/u.test(word)))
      for (const word of words) if (NAME_WORD.test(word)) names.add(word.toLowerCase())
  }
  for (const people of Object.values(document.metadata.people)) for (const {value} of people) add(value)
  for (const {value} of document.metadata.people.authors ?? [])
    if (/^\p{Lu}\p{Ll}+\p{Lu}/u.test(value)) names.delete(value.toLowerCase())
  for (const {chunk} of document.chunks) for (const handle of handlesOf(chunk)) names.add(handle)
  for (const name of config.people) add(name)
  for (const name of [...config.systems, ...config.teams]) names.delete(name.toLowerCase())
  return names
}

const WORD = /(?<![\p{L}\p{N}/@.`#:-])@?\p{L}[\p{L}\p{N}'’_-]*/gu

/** Names in a text; first and last name are one. */
function* namesIn(source: string, start: number, names: ReadonlySet<string>): Iterable<{name: string; span: Span}> {
  let last: {name: string; span: Span} | undefined
  for (const match of source.matchAll(WORD)) {
    const isHandle = match[0].startsWith('@')
    const word = (isHandle ? match[0].slice(1) : match[0]).replace(/['’]s?$/, '')
    const after = source[match.index + match[0].length]
    if ((!isHandle && !/^\p{Lu}/u.test(word)) || !names.has(word.toLowerCase()) || (isHandle && after === '/')) continue
    const span = {start: start + match.index, end: start + match.index + (isHandle ? 1 : 0) + word.length}
    if (last && source.slice(last.span.end - start, span.start - start) === ' ') {
      last = {name: last.name, span: {start: last.span.start, end: span.end}}
      continue
    }
    if (last) yield last
    last = {name: word.toLowerCase(), span}
  }
  if (last) yield last
}

/** Every place where somebody stands by name, whatever the section; for texts that name nobody. */
export function peopleIn(document: PostmortemDocument, config: LintConfig): Span[] {
  const names = namesOf(document, config)
  if (!names.size) return []
  return blocksNaming(document, names).flatMap(({span}) =>
    [...namesIn(document.textOf(span), span.start, names)].map((one) => one.span),
  )
}

export const examples: RuleExamples = {
  bad: [
    {
      text: '---\nresponders: [Mira, Tomás]\n---\n\n## Causes\n\nThen ⟦Mira⟧ ran the migration, and Mira saw no error.\n',
      fixed:
        '---\nresponders: [Mira, Tomás]\n---\n\n## Causes\n\nThen {the role} ran the migration, and {the role} saw no error.\n',
    },
    {text: '## Summary\n\nThe disk was full. ⟦@mira-k⟧ grew it.\n'},
  ],
  good: [
    {
      text: '---\nresponders: [Mira]\n---\n\n## Timeline\n\n- 10:02 Mira restarts the node.\n\n## Action items\n\n- Mira adds an alert.\n\n## Thanks\n\nTo Mira.\n',
    },
    {text: '---\nresponders: [Mira]\nattribution: name\n---\n\n## Causes\n\nMira ran the migration.\n'},
    {text: '---\nresponders: [Mira]\n---\n\n## What went well\n\n- Mira saw the replica lag early.\n'},
    {text: '## Causes\n\nThe package @acme/cache and the team @acme-platform are fine.\n'},
  ],
  limits: [
    {
      text: '## Causes\n\nThen Gudrun ran the migration.\n',
      note: 'No list of the document or the settings says that this is a person.',
    },
  ],
}
