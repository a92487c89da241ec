import {defineRule, type RuleExamples} from '../rule.ts'

export const brokenFrontMatter = defineRule({
  id: 'broken-front-matter',
  group: 'structure',
  severity: 'warning',
  docs: {
    summary: 'Find front matter that cannot be read to its end.',
    why: 'Everything behind the place is lost to tools: severity, dates, owner, and the page that a site makes of the document.',
    ask: [],
    sources: ['YAML 1.2', 'TOML 1.0'],
  },
  *check({metadata: {problems, frontMatter}, text}) {
    for (const {span, message} of problems) {
      const end = Math.min(span.end, text.length)
      yield {
        span: {start: Math.min(span.start, end), end},
        message: `The ${frontMatter?.format === 'toml' ? 'TOML' : 'YAML'} at the top cannot be read at this line: ${message}.`,
      }
    }
  },
})

export const examples: RuleExamples = {
  bad: [
    {text: '---\n⟦title: Checkout: down⟧\nseverity: SEV2\n---\n\n# Checkout down\n'},
    {text: '---\nseverity: SEV2\n⟦severity: SEV1⟧\n---\n\n# Checkout down\n'},
    {text: '---\n⟦title: {{ page.title }} down⟧\n---\n\n# Checkout down\n'},
    {text: '+++\n⟦title = Checkout down⟧\n+++\n\n# Checkout down\n'},
  ],
  good: [
    {text: '---\ntitle: "Checkout: down"\nseverity: SEV2\n---\n\n# Checkout down\n'},
    {text: '+++\ntitle = "Checkout down"\n+++\n\n# Checkout down\n'},
    {text: '---\n---\n\n# Checkout down\n'},
  ],
}
