import {insertAt} from '../../text/edit.ts'
import {defineRule, type RuleExamples} from '../rule.ts'

export const missingSeverity = defineRule({
  id: 'missing-severity',
  group: 'structure',
  severity: 'hint',
  docs: {
    summary: 'Ask for the severity where the document states other facts of the incident.',
    why: 'The severity says how soon actions are due and who has to read this. A reader who meets owner and status expects it beside them.',
    ask: ['Which level of your scale was it, at its worst?'],
    sources: ['Atlassian', 'PagerDuty', 'Survey of 300 post-mortems: 17 state one'],
  },
  *check({metadata, text}, {template}) {
    const {frontMatter, fields, severity} = metadata
    // A draft may not know it yet.
    if (metadata.status?.value === 'draft') return
    if (severity || !frontMatter || !template.metadata.includes('severity') || metadata.problems.length) return
    const facts = [
      'template',
      'status',
      'incident.start',
      'incident_start',
      'owner',
      'incident_commander',
      'facilitator',
      'detected',
    ].filter((key) => fields.has(key))
    if (!fields.has('template') && facts.length < 2) return
    const first = /\S[^\r\n]*/.exec(text.slice(frontMatter.content.start, frontMatter.content.end))
    if (!first) return
    const isEmpty = /^severity[ \t]*:[ \t]*$/m.test(text.slice(frontMatter.content.start, frontMatter.content.end))
    const start = frontMatter.content.start + first.index
    const eol = text.includes('\r\n') ? '\r\n' : '\n'
    const line = frontMatter.format === 'toml' ? 'severity = "{severity}"' : 'severity: "{severity}"'
    yield {
      span: {start, end: start + first[0].trimEnd().length},
      message: 'The front matter names no severity, so a reader cannot tell how urgent the actions are.',
      questions: missingSeverity.docs.ask,
      fixes: isEmpty
        ? []
        : [
            {
              title: 'Add the severity',
              kind: 'rewrite',
              hasHoles: true,
              edits: [insertAt(frontMatter.content.end, `${line}${eol}`)],
            },
          ],
    }
  },
})

export const examples: RuleExamples = {
  bad: [
    {
      text: '---\n⟦template: blameless⟧\nstatus: in-review\nowner: Mira\n---\n\n# Checkout down\n',
      fixed:
        '---\ntemplate: blameless\nstatus: in-review\nowner: Mira\nseverity: "{severity}"\n---\n\n# Checkout down\n',
    },
  ],
  good: [
    {text: '---\ntemplate: blameless\nseverity: SEV2\nowner: Mira\n---\n\n# Checkout down\n'},
    {
      text: '---\ntemplate: retrospective\ndate: 2024-03-01\n---\n\n# Two weeks of March\n',
      note: 'The template has no severity.',
    },
    {text: '---\ntitle: Checkout down\nauthor: Mira\n---\n\n# Checkout down\n', note: 'A page like any other.'},
    {text: '---\ntemplate: blameless\nseverity:\nstatus: draft\n---\n\n# Checkout down\n'},
    {text: '---\ntemplate: blameless\nowner: Mira\n---\n\n# Checkout down\n\n- **Severity**: 2\n'},
  ],
}
