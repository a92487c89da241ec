import type {PostmortemDocument} from '../document/postmortem-document.ts'
import type {LintConfig} from '../lint/config.ts'
import {type Chunk, derive} from '../markdown/chunks.ts'
import {isIn} from './lexicon.ts'
import type {Vocabulary} from './vocabulary.ts'

/** The vocabulary with a key that changes when it does: language findings are remembered by it. */
export interface KeyedVocabulary extends Vocabulary {
  readonly key: string
}

const PEOPLE_FIELDS = [
  'author',
  'authors',
  'owner',
  'owners',
  'facilitator',
  'presenter',
  'scribe',
  'incident_commander',
  'responders',
  'participants',
  'attendees',
  'on_call',
  'lead',
  'reviewers',
  'team_members',
]

interface Mentions {
  readonly handles: readonly string[]
  readonly systems: readonly string[]
}

/** “the Hellman cluster”, “Balrog server”: a name in front of a system noun names a system. */
const NAMED_SYSTEM = /\b(\p{Lu}[\p{L}\d]+)\s+(\p{Ll}[\p{L}-]+)/gu
const HANDLE = /(?:^|[\s(*`])@([A-Za-z][\w-]{1,38})\b/g

const mentionsOf: (chunk: Chunk) => Mentions = derive((chunk) => {
  const systems = new Set<string>()
  for (const [, name, noun] of chunk.text.matchAll(NAMED_SYSTEM))
    if (
      isIn(noun!, 'system') &&
      !isIn(name!.toLowerCase(), 'given-name', 'determiner', 'adjective', 'verb', 'preposition', 'noun')
    )
      systems.add(name!.toLowerCase())
  const handles = chunk.text.includes('@')
    ? [...chunk.text.matchAll(HANDLE)].map(([, name]) => name!.toLowerCase())
    : []
  return {handles, systems: [...systems]}
})

export function vocabularyOf(document: PostmortemDocument, config: LintConfig): KeyedVocabulary {
  const people = new Set(config.people.map((name) => name.toLowerCase()))
  for (const field of PEOPLE_FIELDS)
    for (const {value} of document.metadata.fields.get(field) ?? []) addNames(value, people)
  for (const section of document.sectionsOf('people'))
    addNames(
      document.textOf({start: section.bodyStart, end: Math.min(section.span.end, section.bodyStart + 4000)}),
      people,
    )
  const systems = new Set(config.systems.map((name) => name.toLowerCase()))
  for (const {chunk} of document.chunks) {
    const mentions = mentionsOf(chunk)
    for (const handle of mentions.handles) people.add(handle)
    for (const name of mentions.systems) systems.add(name)
  }
  for (const name of config.systems) people.delete(name.toLowerCase())
  for (const name of people) systems.delete(name)
  const roles = new Set(config.roles.map((name) => name.toLowerCase()))
  const teams = new Set(config.teams.map((name) => name.toLowerCase()))
  return {
    people,
    systems,
    roles,
    teams,
    key: [people, systems, roles, teams].map((set) => [...set].sort().join(',')).join('|'),
  }
}

/** Capitalised words of a list of people that are no roles and no systems. */
function addNames(text: string, people: Set<string>): void {
  for (const [word] of text.matchAll(/\p{Lu}\p{Ll}[\p{L}'-]+/gu)) {
    const lower = word.toLowerCase()
    if (
      !isIn(
        lower,
        'role',
        'team',
        'department',
        'organisation',
        'system',
        'product',
        'artefact',
        'work',
        'noun',
        'verb',
        'adjective',
        'preposition',
        'determiner',
        'time',
        'ambiguous-role',
      )
    )
      people.add(lower)
  }
}
