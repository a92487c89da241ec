import {blocksOf} from '../../document/blocks.ts'
import {isMarkdownHeading} from '../../document/section.ts'
import type {PostmortemDocument} from '../../document/postmortem-document.ts'
import type {Fix} from '../../lint/finding.ts'
import {byText} from '../../text/by-text.ts'
import {insertAt, remove, type TextEdit} from '../../text/edit.ts'
import type {Span} from '../../text/span.ts'
import {defineRule, type RuleExamples} from '../rule.ts'

export const factsAndFixesMixed = defineRule({
  id: 'facts-and-fixes-mixed',
  code: 'D04',
  group: 'structure',
  severity: 'hint',
  docs: {
    summary: 'Find what should change in a timeline or among the causes.',
    why: 'A fix among the facts closes the story before it is complete. It also gets lost there: nobody looks for work in a timeline.',
    ask: ['Is this what happened, or what should be different?', 'Does it stand among the action items?'],
    sources: ['PagerDuty: review list', 'Etsy: hold remediation until the timeline is done'],
  },
  *check(document) {
    for (const block of blocksOf(document)) {
      if (
        (block.sectionKind !== 'timeline' && block.sectionKind !== 'causes') ||
        block.kind === 'quote' ||
        block.kind === 'heading' ||
        block.isHeader
      )
        continue
      const {source} = block.leaf
      if (!mayFix(source)) continue
      for (const sentence of sentencesIn(source)) {
        const text = source.slice(sentence.start, sentence.end)
        if (
          !(FIX.test(text) || (LABEL.test(text) && block.sectionKind === 'causes') || LABEL.test(text)) ||
          /[“"«‘]/.test(text)
        )
          continue
        const span = {start: block.span.start + sentence.start, end: block.span.start + sentence.end}
        yield {
          span,
          message: `Among ${block.sectionKind === 'timeline' ? 'the events' : 'the causes'} this sentence says what to change, which closes the story early and hides the work.`,
          questions: factsAndFixesMixed.docs.ask,
          fixes: block.kind === 'table-cell' ? [] : moveToActions(document, span),
        }
      }
    }
  },
})

const QUICK = /\b(?:should|need|must|ought|action|todo|follow)/i
const mayFix = byText((text) => QUICK.test(text), 10_000)
/** “We should …”, not “should have”, and not what a machine is expected to do. */
const FIX =
  /^(?:[-–:*_\s]*)(?:(?:so|therefore|in future|in the future|going forward|next time|also),? )?(?:we|the (?:\w+ )?team|i|someone|somebody)\s+(?:(?:really|probably|also|still) )?(?:should|need to|must|ought to|have to)\s+(?!have\b|be able\b|not\b|know\b)\w+/i
const LABEL = /^[*_\s]*(?:action(?: item)?|to ?do|follow-?up)[*_]*\s*:\s*\S/i

/** Sentences of a block by their full stops; times and versions have no blank after theirs. */
function* sentencesIn(source: string): Iterable<Span> {
  let start = 0
  for (const match of source.matchAll(/[.!?](?=\s+[\p{Lu}*_]|\s*$)/gu)) {
    yield trimmed(source, start, match.index + 1)
    start = match.index + 1
  }
  if (source.slice(start).trim()) yield trimmed(source, start, source.length)
}

function trimmed(source: string, start: number, end: number): Span {
  let [from, to] = [start, end]
  while (from < to && /\s/.test(source[from]!)) from++
  while (to > from && /\s/.test(source[to - 1]!)) to--
  return {start: from, end: to}
}

/** Takes the sentence out, with its bullet where nothing else stands there, and puts it at the end of the action items as it is. */
function moveToActions(document: PostmortemDocument, span: Span): Fix[] {
  const actions = document.sections.find((section) => section.kind === 'actions' && isMarkdownHeading(section))
  if (!actions || (actions.span.start < span.start && span.start < actions.span.end)) return []
  const {text} = document
  const bodyEnd =
    actions.bodyStart + text.slice(actions.bodyStart, endOfOwnText(document, actions.span)).trimEnd().length
  const last = /[^\n]*$/.exec(text.slice(actions.bodyStart, bodyEnd))![0]
  if (/^\s*\|/.test(last)) return []
  const gap = bodyEnd === actions.bodyStart || !/^\s*(?:[-*+]|\d+[.)])\s/.test(last) ? '\n\n' : '\n'
  const mark = /^\s*([-*+])\s/.exec(last)?.[1] ?? '-'
  const words = text.slice(span.start, span.end).replace(/\s*\n\s*/g, ' ')
  return [
    {
      title: 'Move to the action items',
      kind: 'rewrite',
      edits: [takenOut(text, span), insertAt(bodyEnd, `${gap}${mark} [ ] ${words}`)],
    },
  ]
}

/** The items of the section itself, not those of headings below it. */
function endOfOwnText({sections}: PostmortemDocument, around: Span): number {
  return sections.find(({span}) => span.start > around.start && span.start < around.end)?.span.start ?? around.end
}

function takenOut(text: string, {start, end}: Span): TextEdit {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const lineEnd = text.indexOf('\n', end) < 0 ? text.length : text.indexOf('\n', end)
  const isWhole =
    /^\s*(?:[-*+]|\d+[.)])\s+(?:\[[ xX]\]\s+)?$/.test(text.slice(lineStart, start)) &&
    text.slice(end, lineEnd).trim() === ''
  if (isWhole) return remove({start: lineStart, end: Math.min(text.length, lineEnd + 1)})
  const before = /[ \t]*$/.exec(text.slice(lineStart, start))![0].length
  return start - before > lineStart
    ? remove({start: start - before, end})
    : remove({start, end: end + /^[ \t]*/.exec(text.slice(end, lineEnd))![0].length})
}

export const examples: RuleExamples = {
  bad: [
    {
      text: '## Causes\n\n- The disk was full.\n- ⟦We should add an alert for it.⟧\n\n## Action items\n\n- [ ] Grow the disk\n',
      fixed:
        '## Causes\n\n- The disk was full.\n\n## Action items\n\n- [ ] Grow the disk\n- [ ] We should add an alert for it.\n',
    },
    {
      text: '## Timeline\n\n- 10:02 The disk is full. ⟦We need to rotate the logs.⟧\n- 10:30 Orders arrive again.\n\n## Action items\n\nNone yet.\n',
      fixed:
        '## Timeline\n\n- 10:02 The disk is full.\n- 10:30 Orders arrive again.\n\n## Action items\n\nNone yet.\n\n- [ ] We need to rotate the logs.\n',
    },
    {text: '## Causes\n\nThe disk was full. ⟦Action item: grow the disk.⟧\n'},
  ],
  good: [
    {
      text: '## Causes\n\n- The alert should have fired at 90 %.\n- The job should be idempotent by design, and it is not.\n',
    },
    {
      text: '## Timeline\n\n- 10:02 “We need to restart the node,” writes the on-call engineer.\n- 10:05 The team decides that the node should restart.\n',
    },
    {text: '## Action items\n\n- We should add an alert for it.\n'},
  ],
  limits: [{text: '## Causes\n\n- An alert at 90 % would be good to have.\n', note: 'A wish without “should”.'}],
}
