import {SECTION_NAMES} from '../../document/kinds.ts'
import {fillingOf} from '../../document/section-content.ts'
import {isMarkdownHeading, type Section} from '../../document/section.ts'
import type {PostmortemDocument} from '../../document/postmortem-document.ts'
import type {Fix} from '../../lint/finding.ts'
import {sectionFor, type Template} from '../../templates/template.ts'
import {insertAt} from '../../text/edit.ts'
import {defineRule, type RuleExamples} from '../rule.ts'

export const emptySection = defineRule({
  id: 'empty-section',
  code: 'D01',
  group: 'structure',
  severity: 'information',
  docs: {
    summary: 'Find headings with nothing below them.',
    why: 'A reader cannot tell “there was none” from “nobody has looked yet”.',
    ask: ['Is there nothing to say, or has nobody been asked yet?'],
    sources: ['All published templates'],
  },
  *check(document, {template}) {
    for (const section of document.sections) {
      const {kind} = section
      if (!kind || kind === 'title' || (!isMarkdownHeading(section) && section.style !== 'bold')) continue
      // “Owner: @mira” says it in the heading.
      if (/[:：]\s*\S/.test(section.title)) continue
      if (fillingOf(document, section) !== 'nothing') continue
      yield {
        span: section.heading,
        message: `Nothing stands below “${section.title}”, so a reader cannot tell whether there was nothing or nobody has looked.`,
        severity:
          kind === 'support' || kind === 'people' || kind === 'meta' || !sectionFor(template, kind)?.required
            ? 'hint'
            : undefined,
        questions: questionsOf(template, section),
        fixes: questionFix(document, template, section),
      }
    }
  },
})

function questionsOf(template: Template, {kind}: Section): string[] {
  const prompts = (kind && sectionFor(template, kind)?.prompts) ?? []
  return prompts
    .flatMap((prompt) => prompt.match(/[^.?!]+\?/g) ?? [])
    .map((question) => question.trim().replace(/^./, (first) => first.toUpperCase()))
}

function questionFix(document: PostmortemDocument, template: Template, section: Section): Fix[] {
  const question =
    questionsOf(template, section)[0] ?? (section.kind && `What belongs under “${SECTION_NAMES[section.kind]}”?`)
  if (!question) return []
  const eol = document.text.includes('\r\n') ? '\r\n' : '\n'
  return [
    {
      title: 'Insert the question for the people who know',
      kind: 'question',
      edits: [insertAt(section.bodyStart, `${eol}${eol}> **Ask:** ${question}`)],
    },
  ]
}

export const examples: RuleExamples = {
  bad: [
    {
      text: '# Checkout down\n\n⟦## Impact⟧\n\n## Timeline\n\n- 10:02 Pager fires\n',
      fixed:
        '# Checkout down\n\n## Impact\n\n> **Ask:** Who lost what, how much, and for how long?\n\n## Timeline\n\n- 10:02 Pager fires\n',
    },
    {text: '## Causes\n\nA disk was full.\n\n⟦## Lessons learned⟧\n\n⟦### What went well⟧\n\n-\n'},
    {text: '## Summary\n\nA.\n\n⟦## Timeline⟧\n\nAll times in UTC.\n\n| Time | Event |\n| --- | --- |\n|  |  |\n'},
  ],
  good: [
    {text: '# Checkout down\n\n## Impact\n\nNone: the queue held all orders.\n'},
    {text: '## Lessons learned\n\n### What went well\n\n- The alert named the host.\n'},
    {text: '## Impact\n\n![Error rate](graph.png)\n'},
    {text: '## Impact\n\n_Who lost what, how much, and for how long?_\n', note: '`placeholder-text` speaks of it.'},
    {text: '## Owner: @mira\n\n## Impact\n\nA.\n'},
    {text: '## Meeting notes\n\n## Impact\n\nB.\n', note: 'The model does not know the heading.'},
  ],
}
