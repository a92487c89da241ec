import {fillingOf, placeholdersIn} from '../../document/section-content.ts'
import type {PostmortemDocument} from '../../document/postmortem-document.ts'
import type {Placeholder} from '../../document/placeholders.ts'
import type {Fix} from '../../lint/finding.ts'
import {remove} from '../../text/edit.ts'
import type {Span} from '../../text/span.ts'
import {defineRule, type RuleExamples} from '../rule.ts'

export const placeholderText = defineRule({
  id: 'placeholder-text',
  code: 'D01',
  group: 'structure',
  severity: 'information',
  docs: {
    summary: 'Find what the template left for somebody to replace.',
    why: 'A reader cannot tell whether the answer is unknown or whether nobody was asked. After publication nobody comes back to it.',
    ask: ['What is the answer, or who can find it out?', 'If nobody knows, does it belong under open questions?'],
    sources: ['Survey of 300 post-mortems: template text left in 14 of them, from `HH:mm` to whole instructions'],
  },
  *check(document) {
    for (const placeholder of placeholdersIn(document)) {
      if (placeholder.task && document.kindAt(placeholder.span.start) === 'actions') continue
      const isAlone = placeholder.form !== 'prompt' || !stands(document, placeholder)
      yield {
        span: placeholder.span,
        message: messageOf(placeholder, document.textOf(placeholder.span), isAlone),
        severity: isAlone ? undefined : 'hint',
        questions:
          placeholder.form === 'prompt'
            ? [
                document
                  .textOf(placeholder.span)
                  .replace(/^[\s>*_]+|[\s*_]+$/g, '')
                  .replace(/\s+/g, ' '),
              ]
            : placeholderText.docs.ask,
        fixes: placeholder.form === 'prompt' && !isAlone ? [removal(document, placeholder.span)] : [],
      }
    }
  },
})

/** Whether the section around a prompt holds an answer. */
function stands(document: PostmortemDocument, {span}: Placeholder): boolean {
  const section = document.sectionAt(span.start)
  return section !== undefined && fillingOf(document, section) === 'written'
}

function messageOf({form}: Placeholder, text: string, isAlone: boolean): string {
  if (form === 'prompt')
    return isAlone
      ? 'The template’s question still stands here in place of an answer.'
      : 'The template’s question still stands above the answer.'
  const short = text.replace(/\s+/g, ' ').trim()
  return `“${short.length > 40 ? `${short.slice(0, 38)}…` : short}” still waits for somebody to fill it in. Who knows?`
}

/** The prompt with the blank line below it. */
function removal({text}: PostmortemDocument, span: Span): Fix {
  const rest = /^[ \t]*(?:\r?\n[ \t]*)*(?:\r?\n)?/.exec(text.slice(span.end))![0]
  const next = text.slice(span.end + rest.length)
  const indent = /[ \t]*$/.exec(rest)![0]
  return {
    title: 'Remove the template’s question',
    kind: 'safe',
    edits: [remove({start: span.start, end: span.end + (next ? rest.length - indent.length : 0)})],
  }
}

export const examples: RuleExamples = {
  bad: [
    {
      section: 'Impact',
      text: '⟦_Describe how users were affected during the incident._⟧\n\nOrders were late for 40 minutes.\n',
      fixed: 'Orders were late for 40 minutes.\n',
    },
    {
      section: 'Impact',
      text: '⟦_Who lost what, how much, and for how long? Give at least one number, a start and an end, and say who was not affected._⟧\n',
    },
    {section: 'Timeline', text: '- ⟦HH:mm⟧ Pager fires\n- ⟦22:XX⟧ Queue drained\n'},
    {section: 'Action items', text: '- ⟦TODO⟧\n- Add an alert (owner: ⟦TBD⟧)\n'},
    {section: 'Impact', text: 'Orders were late for ⟦{duration}⟧ on ⟦[insert date]⟧.\n'},
    {
      text: '# ⟦[INCIDENT_ID]⟧\n\n**Duration:** ⟦[Start time - End time]⟧\n\n## What went well\n\n- ⟦[Positive aspect 1]⟧\n\n## Action items\n\n- [ ] Add an alert, owner: ⟦[NAME]⟧\n',
    },
    {section: 'Impact', text: 'Reported by ⟦<add name here>⟧, about ⟦XX users⟧.\n'},
    {text: '# Checkout down\n\n- ⟦Time to detection: ?⟧\n- **Date**: ⟦1900-01-01⟧\n'},
    {section: 'Lessons learned', text: '- ⟦Item 1⟧\n- ⟦...⟧\n\n⟦To be completed.⟧\n'},
  ],
  good: [
    {
      section: 'Timeline',
      text: '- 00:00 The nightly job starts\n- 14:02 The on-call engineer adds a `TODO` to the script\n',
    },
    {
      section: 'Causes',
      text: 'The template holds `{{ .Values.host }}`, and times in HH:mm format are read as text.\n',
    },
    {section: 'Causes', text: 'The TODO in the script was three years old. Its path is /api/{id}/orders.\n'},
    {section: 'Action items', text: '| Action | Status |\n| --- | --- |\n| Add an alert | TODO |\n'},
    {
      section: 'Causes',
      text: '_All times in UTC._ Read [the runbook] and ask [mira].\n\n> **Ask:** Who knows since when?\n',
    },
    {
      section: 'Action items',
      text: '- [mira] Add an alert\n- [done] Grow the disk\n- [x] Restart\n- The log says [ERROR] and [WARN]\n- [Ada Lee]\n\nCreated by: [Ada Lee]\n',
    },
    {section: 'Causes', text: '```\nTODO {name} <add name here>\n```\n'},
    {section: 'Summary', text: '_This report was written by the people who were there._\n'},
  ],
  limits: [
    {
      section: 'Impact',
      text: 'Describe the impact on users here in one or two sentences.\n',
      note: 'An instruction in plain type looks like any other sentence.',
    },
  ],
}
