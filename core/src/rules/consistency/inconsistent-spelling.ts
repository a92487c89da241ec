import type {Nodes} from 'mdast'
import {type Chunk, derive} from '../../markdown/chunks.ts'
import {spanOf} from '../../markdown/parse.ts'
import type {PostmortemDocument} from '../../document/postmortem-document.ts'
import {proseOf} from '../../document/prose.ts'
import {shift, type Span} from '../../text/span.ts'
import {replace} from '../../text/edit.ts'
import {defineRule, type RuleExamples} from '../rule.ts'

export const inconsistentSpelling = defineRule({
  id: 'inconsistent-spelling',
  code: 'X12',
  group: 'consistency',
  severity: 'hint',
  docs: {
    summary: 'Find names of services, clusters and tickets that are spelled in two ways.',
    why: 'A reader who searches for one spelling does not find the other, and wonders whether two things are meant.',
    ask: ['Are these one thing or two?'],
    sources: ['Catalogue of contradictions, X12'],
  },
  *check(document) {
    const varied = variedIn(document)
    if (!varied.size) return
    const groups = new Map<string, Map<string, Span[]>>()
    for (const {chunk, start} of document.chunks) {
      for (const {text, span, key} of namesOf(chunk)) {
        if (!varied.has(key)) continue
        const group = groups.get(key) ?? new Map<string, Span[]>()
        const places = group.get(text)
        if (places) places.push(shift(span, start))
        else group.set(text, [shift(span, start)])
        groups.set(key, group)
      }
    }
    for (const group of groups.values()) {
      if (group.size !== 2) continue
      const [most, least] = [...group].sort((a, b) => b[1].length - a[1].length) as [[string, Span[]], [string, Span[]]]
      if (most[1].length < 2 || least[1].length > most[1].length / 2) continue
      for (const span of least[1]) {
        const written = document.textOf(span)
        yield {
          span,
          message: `“${least[0]}” stands elsewhere as “${most[0]}”. Are these one thing or two?`,
          related: [{span: most[1][0]!, message: `“${most[0]}”`}],
          questions: inconsistentSpelling.docs.ask,
          fixes: [
            {
              title: `Write “${most[0]}”`,
              kind: 'rewrite',
              edits: [
                replace(
                  span,
                  written.replace(least[0], () => most[0]),
                ),
              ],
            },
          ],
        }
      }
    }
  },
})

/** The names that are written in several ways. */
function variedIn(document: PostmortemDocument): ReadonlySet<string> {
  const first = new Map<string, string>()
  const varied = new Set<string>()
  for (const {chunk} of document.chunks) {
    for (const {text, key} of namesOf(chunk)) {
      const known = first.get(key)
      if (known === undefined) first.set(key, text)
      else if (known !== text) varied.add(key)
    }
  }
  return varied
}

interface Name {
  readonly text: string
  readonly span: Span
  readonly key: string
}

/** Lower-case names in code with separators, and ticket keys. Two separators of one style name different things in code. */
const SERVICE = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/
const TICKET = /(?<![\w-])([A-Z]{2,8})-?(\d{2,6})(?![\w-])/g

const namesOf: (chunk: Chunk) => readonly Name[] = derive((chunk) => {
  const {text, root} = chunk
  const names: Name[] = []
  const visit = (node: Nodes): void => {
    if (node.type === 'inlineCode') {
      if (SERVICE.test(node.value) && node.value.length >= 6)
        names.push({text: node.value, span: spanOf(node), key: `code ${node.value.replace(/-/g, '')}`})
    } else if ('children' in node) node.children.forEach(visit)
  }
  if (text.includes('`')) visit(root)
  for (const {span, kind, source} of proseOf(chunk)) {
    if (kind === 'quote') continue
    for (const match of source.matchAll(TICKET)) {
      const start = span.start + match.index
      names.push({text: match[0], span: {start, end: start + match[0].length}, key: `ticket ${match[1]}${match[2]}`})
    }
  }
  return names
})

export const examples: RuleExamples = {
  bad: [
    {
      text: 'The job ran on `eu-west-1-prod` and `eu-west-1-prod`, then on ⟦`eu-west1-prod`⟧.\n',
      fixed: 'The job ran on `eu-west-1-prod` and `eu-west-1-prod`, then on `eu-west-1-prod`.\n',
    },
    {
      text: 'See PLAT-1042 and PLAT-1042, also ⟦PLAT1042⟧.\n',
      fixed: 'See PLAT-1042 and PLAT-1042, also PLAT-1042.\n',
    },
  ],
  good: [
    {text: 'The variable `ORDER_QUEUE` names the queue `order-queue`.\n'},
    {text: 'The services `orders-api` and `orders-web` read `orders_api.yml`.\n'},
    {text: 'The function `readOrder` calls `read_order` of the C library.\n'},
  ],
  limits: [
    {
      text: 'The service `orders-api`, `orders-api` and later `order-api`.\n',
      note: 'One letter less can be another service.',
    },
  ],
}
