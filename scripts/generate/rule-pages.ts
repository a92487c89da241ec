import {LANGUAGE_RULES} from '../../core/src/rules/language/index.ts'
import type {LanguageRule} from '../../core/src/rules/language-rule.ts'
import {readExamples} from '../../core/src/rules/examples.ts'
import {RULES} from '../../core/src/rules/index.ts'
import type {DocumentRule, RuleExample, RuleExamples} from '../../core/src/rules/rule.ts'

type AnyRule = DocumentRule | LanguageRule

const GROUPS = [
  ['structure', 'Structure', 'What the document holds, and where.'],
  ['language', 'Language', 'How sentences speak of people, decisions and causes.'],
  ['timeline', 'Timeline', 'Times, zones, order, gaps.'],
  ['actions', 'Action items', 'What changes, and whether it will.'],
  ['consistency', 'Consistency', 'What does not add up between two places.'],
] as const

/** A page for each rule from its own file, and the list of all. */
export async function generateRulePages(): Promise<Record<string, string>> {
  const rules: readonly AnyRule[] = [...RULES, ...LANGUAGE_RULES]
  const examples = await readExamples(rules)
  return {
    'docs/rules/README.md': index(rules),
    ...Object.fromEntries(rules.map((rule) => [`docs/rules/${rule.id}.md`, page(rule, examples.get(rule.id)!)])),
  }
}

function index(rules: readonly AnyRule[]): string {
  const parts = GROUPS.map(([group, title, says]) => {
    const own = rules.filter((rule) => rule.group === group).sort((a, b) => (a.id < b.id ? -1 : 1))
    const rows = own.map((rule) => `| [\`${rule.id}\`](${rule.id}.md) | ${rule.docs.summary} | ${severityOf(rule)} |`)
    return `## ${title}\n\n${says}\n\n| rule | what it looks for | severity |\n|---|---|---|\n${rows.join('\n')}\n`
  })
  return `# Rules\n\nEach rule has a page with its reasons, questions and examples. Severities can be set one by one (\`postmortem.rules\`), a single\nplace can be silenced with \`<!-- postmortem-disable-line rule: reason -->\`.\n\n${parts.join('\n')}`
}

const severityOf = (rule: AnyRule): string =>
  'optIn' in rule && rule.optIn ? `${rule.severity}, off by default` : rule.severity

function page(rule: AnyRule, examples: RuleExamples): string {
  const {docs} = rule
  const gates = 'sections' in rule ? sectionTable(rule) : ''
  return (
    [
      `# ${rule.id}`,
      `${docs.summary}`,
      `*${rule.code ? `${rule.code} · ` : ''}${rule.group} · ${severityOf(rule)}*`,
      `## Why\n\n${docs.why}`,
      docs.ask.length ? `## Ask\n\n${docs.ask.map((question) => `- ${question}`).join('\n')}` : '',
      gates,
      `## Found\n\n${examples.bad.map(example).join('\n\n')}`,
      `## Left alone\n\n${examples.good.map(example).join('\n\n')}`,
      examples.limits?.length ? `## Known misses\n\n${examples.limits.map(example).join('\n\n')}` : '',
      `## Sources\n\n${docs.sources.map((source) => `- ${source}`).join('\n')}`,
      `<!-- Generated from the rule by “npm run generate”. Do not edit. -->`,
    ]
      .filter(Boolean)
      .join('\n\n') + '\n'
  )
}

function sectionTable(rule: LanguageRule): string {
  const {default: fallback, ...others} = rule.sections
  const rows = Object.entries(others).map(([kind, severity]) => `| ${kind} | ${String(severity)} |`)
  return `## Where\n\n| section | severity |\n|---|---|\n| everywhere else | ${fallback} |\n${rows.join('\n')}`
}

function example({text, section, fixed, note}: RuleExample): string {
  const under = section && !/(?:^|\n)#/.test(text) ? ` (under *${section}*)` : ''
  const fence = /(?:^|\n)(`{3,})/.test(text) ? '````' : '```'
  const after = fixed === undefined ? '' : `\n\nafter the fix:\n\n${fence}md\n${fixed.trimEnd()}\n${fence}`
  return `${fence}md\n${text.trimEnd()}\n${fence}${note || under ? `\n\n${[note, under.trim()].filter(Boolean).join(' ')}` : ''}${after}`
}
