import {openQuestions, phasesAt, QUESTIONS} from '../assist/questions.ts'
import {gapsOf} from '../document/milestones.ts'
import type {MetadataRole} from '../document/metadata.ts'
import type {PostmortemDocument} from '../document/postmortem-document.ts'
import type {LintConfig} from '../lint/config.ts'
import {lintDocument, settle} from '../lint/lint.ts'
import {CONSISTENCY_RULES} from '../rules/consistency/index.ts'
import {LineIndex} from '../text/lines.ts'

/** What a facilitator takes into the meeting, as Markdown: roles, opening, what is open, where the document contradicts itself. */
export function facilitatorSheet(document: PostmortemDocument, config: LintConfig): string {
  return (
    [
      `# Facilitator sheet: ${titleOf(document)}`,
      section('Roles', roles(document)),
      section('To open', [`> ${QUESTIONS.opening.trim()}`]),
      section('An hour', AGENDA),
      section('Open questions', questions(document)),
      section('Gaps in the timeline', gaps(document)),
      section('What does not add up', contradictions(document, config)),
      section(
        'Who was hurt, and what do they need',
        QUESTIONS.restorative.map((question) => `- ${question}`),
      ),
      section('Questions at hand', phases(document)),
      section(
        'When the talk turns to fault',
        QUESTIONS.reframes.map(({heard, ask}) => `- “${heard}” – ${ask}`),
      ),
    ].join('\n\n') + '\n'
  )
}

const section = (title: string, lines: readonly string[]): string => `## ${title}\n\n${lines.join('\n')}`

const titleOf = ({sections, metadata}: PostmortemDocument): string =>
  sections.find(({kind}) => kind === 'title')?.title ?? metadata.title?.value ?? 'untitled post-mortem'

const ROLES: readonly (readonly [MetadataRole, string, string])[] = [
  ['facilitator', 'Facilitator', 'asks and keeps the time; was not involved'],
  ['presenter', 'Presenter', 'tells the account; does not lead the meeting'],
  ['scribe', 'Note-taker', 'writes into the timeline what is said'],
  ['incidentCommander', 'Incident commander', 'says what was coordinated, and how'],
  ['responders', 'Responders', 'say what they saw, knew and expected'],
  ['participants', 'Participants', 'ask and listen; managers last'],
]

const roles = ({metadata: {people}}: PostmortemDocument): string[] => [
  '| Role | Who | In the meeting |',
  '| ---- | --- | -------------- |',
  ...ROLES.map(
    ([role, name, does]) =>
      `| ${name} | ${(people[role] ?? []).map(({value}) => value.replace(/\|/g, '/')).join(', ') || '–'} | ${does} |`,
  ),
]

const AGENDA = [
  '- 5 minutes: how we talk, and what this meeting is not for',
  '- 35 minutes: the timeline, entry by entry',
  '- 10 minutes: what is known now that nobody knew before',
  '- 5 minutes: what could have made it worse',
  '- 5 minutes: only what one person can do within a week; the rest in two days',
  '- At the end, by show of hands: who has learned something, who would come again?',
]

const NOTHING = ['Nothing found.']

function questions(document: PostmortemDocument): string[] {
  const lines = openQuestions(document).map(({text, section: title}) => `- [ ] ${text}${title ? ` (${title})` : ''}`)
  return lines.length ? lines : NOTHING
}

function gaps(document: PostmortemDocument): string[] {
  const lines = gapsOf(document).map(({from, to, question}) => `- ${from.raw} – ${to.raw}: ${question}`)
  return lines.length ? lines : NOTHING
}

function contradictions(document: PostmortemDocument, config: LintConfig): string[] {
  const ids = new Set(CONSISTENCY_RULES.map(({id}) => id))
  const lines = new LineIndex(document.text)
  const line = (offset: number): number => lines.positionAt(offset).line + 1
  const found = settle(
    document,
    lintDocument(document, config, () => undefined),
  ).filter(({rule}) => ids.has(rule))
  return found.length
    ? found.map(
        ({span, message, related}) =>
          `- Line ${line(span.start)}${
            related?.length
              ? ` and ${related
                  .slice(0, 3)
                  .map((one) => line(one.span.start))
                  .join(', ')}`
              : ''
          }: ${message}`,
      )
    : NOTHING
}

const phases = (document: PostmortemDocument): string[] =>
  phasesAt(document, 0).map(({name, questions: asked}) => `- **${name}**: ${asked.join(' ')}`)
