import {blocksOf} from '../../document/blocks.ts'
import {defineRule, type RuleExamples} from '../rule.ts'

export const internalDetail = defineRule({
  id: 'internal-detail',
  group: 'structure',
  severity: 'information',
  docs: {
    summary: 'Find tickets, hosts, addresses and handles in a text for the public.',
    why: 'Readers outside cannot follow them, and some help the next attacker.',
    ask: ['What does it tell a customer?'],
    sources: ['PagerDuty: external messaging', 'Atlassian: public post-mortems'],
  },
  *check(document, {config}) {
    const isPublic = (document.metadata.audience?.value ?? config.audience) === 'public'
    if (!isPublic && !document.sectionsOf('external').length) return
    for (const {span, kind, sectionKind} of blocksOf(document)) {
      if (kind === 'heading' || (!isPublic && sectionKind !== 'external')) continue
      for (const match of document.textOf(span).matchAll(INTERNAL)) {
        if (/^(?:CVE|RFC|ISO|UTF|SHA|GHSA|SEV|TLS|GPT|HTTP|UTC|GMT)-/.test(match[0])) continue
        yield {
          span: {start: span.start + match.index, end: span.start + match.index + match[0].length},
          message: `“${match[0]}” means nothing to readers outside, and may mean something to an attacker.`,
          questions: internalDetail.docs.ask,
        }
      }
    }
  },
})

const INTERNAL =
  /https?:\/\/[\w.-]*(?:\.atlassian\.net|\bjira\b|slack\.com|linear\.app|\.internal|\.local|\.corp|\.lan|pagerduty\.com|opsgenie|grafana|kibana|datadoghq|confluence|notion\.so|docs\.google\.com)[^\s)>\]]*|(?<![\w.-])[\w-]+(?:\.[\w-]+)*\.(?:internal|local|corp|lan|svc|cluster)(?![\w-])|(?<![\w.])(?:(?:10|127)\.\d{1,3}|192\.168|172\.(?:1[6-9]|2\d|3[01]))(?:\.\d{1,3}){2}(?![\w.]*\d)|(?<![\w-])[A-Z]{2,10}-\d{1,6}(?![\w-])|(?<![\w/&#])#[a-z][a-z0-9_-]{3,40}(?![\w-])/g

export const examples: RuleExamples = {
  bad: [
    {
      text: '---\naudience: public\n---\n\n## Summary\n\nThe host ⟦db-3.eu.internal⟧ at ⟦10.2.0.14⟧ was full, see ⟦PLAT-1042⟧ in ⟦#ops-oncall⟧.\n',
    },
    {text: '## External message\n\nThe fix is in <⟦https://acme.atlassian.net/browse/PLAT-7⟧>.\n'},
  ],
  good: [
    {text: '## Summary\n\nThe host db-3.eu.internal was full, see PLAT-1042.\n', note: 'For the company.'},
    {
      text: '---\naudience: public\n---\n\n## Summary\n\nA database was full. Versions 1.2.0 and 10.2.0 are affected, see CVE-2024-1042 and https://acme.example/status.\n',
    },
  ],
}
