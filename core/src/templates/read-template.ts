import type {Nodes, Paragraph} from 'mdast'
import {headingReader} from '../document/heading-kind.ts'
import {cleanTitle} from '../document/heading-text.ts'
import {SECTION_KINDS, type SectionKind} from '../document/kinds.ts'
import {metadataKey} from '../document/metadata/keys.ts'
import {readYaml} from '../document/metadata/yaml-fields.ts'
import {plainText} from '../document/outline.ts'
import {parseMarkdown, spanOf} from '../markdown/parse.ts'
import {shift, type Span} from '../text/span.ts'
import type {Template, TemplateSection} from './template.ts'

/** What keeps a file from being a template, or part of it from having an effect. */
export interface TemplateProblem {
  readonly message: string
  readonly span: Span
  /** Without it there is a template all the same. */
  readonly fatal: boolean
}

export interface TemplateReading {
  readonly template?: Template
  readonly problems: readonly TemplateProblem[]
}

/** No template needs more; a larger file in the folder is something else. */
const MAX_LENGTH = 200_000

/**
 * A template in a Markdown file: front matter with `id`, `name`, `purpose`, `source` and `metadata`, and one heading a section with
 * italic prompts and the rest of its text below. `<!-- optional -->`, `<!-- kind: impact -->` and `<!-- covers: trigger -->`
 * behind a heading say what its words do not.
 *
 * @param path of the file; its name is the id where the front matter has none
 */
export function readTemplate(
  source: string,
  path: string,
  headings: Readonly<Record<string, SectionKind>> = {},
): TemplateReading {
  const problems: TemplateProblem[] = []
  const fail = (message: string, span: Span = {start: 0, end: 0}): TemplateReading => ({
    problems: [...problems, {message, span, fatal: true}],
  })
  if (source.length > MAX_LENGTH) return fail('The file is too large for a template.')
  const from = source.charCodeAt(0) === 0xfeff ? 1 : 0
  const root = parseMarkdown(source.slice(from))
  const at = (node: Nodes): Span => shift(spanOf(node), from)

  const fields = frontMatter(root.children[0], source, from, problems)
  const id = fields.get('id')?.[0] ?? idOf(path)
  if (!/^[a-z0-9][a-z0-9-]{0,60}$/.test(id))
    return fail(`The id “${id}” holds more than lower-case letters, digits and hyphens.`)
  const metadata = fields.get('metadata') ?? ['template', 'severity', 'status', 'date']
  for (const key of metadata)
    if (!metadataKey(key))
      problems.push({
        message: `The metadata key “${key}” is none that the checks know.`,
        span: {start: 0, end: 0},
        fatal: false,
      })

  const kindsOf = headingReader(headings)
  const sections: TemplateSection[] = []
  const nodes = root.children.filter((node) => (node.type as string) !== 'toml' && node.type !== 'yaml')
  nodes.forEach((node, i) => {
    if (node.type !== 'heading' || node.depth === 1) return
    const end = nodes.slice(i + 1).find(({type}) => type === 'heading')
    const body = nodes.slice(i + 1, end ? nodes.indexOf(end) : undefined)
    const marks = marksOf(source.slice(at(node).start, at(node).end))
    for (const unknown of marks.unknown)
      problems.push({
        message: `“${unknown}” is no kind of section. Kinds are: ${SECTION_KINDS.join(', ')}.`,
        span: at(node),
        fatal: false,
      })
    const written = cleanTitle(plainText(node.children).replace(/<!--[^]*?-->/g, ''))
    const heading = written.replace(/\s*\(optional\)$/i, '')
    if (!heading) return
    const kind = marks.kind ?? kindsOf(heading).kinds[0]
    if (!kind) {
      problems.push({
        message: `The heading “${heading}” is not known. A comment such as <!-- kind: support --> behind it says what it is for.`,
        span: at(node),
        fatal: false,
      })
    }
    const prompts = body.filter(isPrompt).map((prompt) => promptText(prompt as Paragraph, source, at))
    const [first, last] = [body.find((one) => !isPrompt(one)), body.at(-1)]
    const rest = first && last ? source.slice(at(first).start, at(last).end).replace(/\r\n/g, '\n').trim() : ''
    sections.push({
      kind,
      heading,
      depth: node.depth,
      required: !marks.optional && heading === written,
      covers: marks.covers,
      prompts,
      ...(rest ? {body: rest} : {}),
    })
  })
  if (!sections.length) return fail('The file has no headings of level two, so it describes no sections.')
  const name = fields.get('name')?.[0] ?? id
  const template = {
    id,
    name,
    purpose: fields.get('purpose')?.[0] ?? fields.get('description')?.[0] ?? '',
    source: fields.get('source')?.[0] ?? path,
    sections,
    metadata,
  }
  return {template, problems}
}

const idOf = (path: string): string =>
  (path.replace(/\\/g, '/').split('/').at(-1) ?? '')
    .replace(/\.[^/]*$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')

function frontMatter(
  node: Nodes | undefined,
  source: string,
  by: number,
  problems: TemplateProblem[],
): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>()
  if (node?.type !== 'yaml') return values
  const start = source.indexOf('\n', spanOf(node).start + by) + 1
  const reading = readYaml(node.value)
  for (const {key, value} of reading.fields) values.set(key, [...(values.get(key) ?? []), value])
  for (const {message, span} of reading.problems) {
    problems.push({
      message: `The front matter cannot be read from here on: ${message}.`,
      span: {start: start + span.start, end: start + span.end},
      fatal: false,
    })
  }
  return values
}

interface Marks {
  readonly optional: boolean
  readonly kind?: SectionKind
  readonly covers: readonly SectionKind[]
  readonly unknown: readonly string[]
}

/** `<!-- kind: impact, covers: trigger, detection, optional -->`, in any order and in one comment or several. */
function marksOf(heading: string): Marks {
  let optional = false
  let kind: SectionKind | undefined
  const covers: SectionKind[] = []
  const unknown: string[] = []
  for (const [, comment] of heading.matchAll(/<!--([^]*?)-->/g)) {
    let key = ''
    for (const part of comment!
      .split(',')
      .map((one) => one.trim())
      .filter(Boolean)) {
      const [, named, word] = /^(?:(kind|covers)\s*:\s*)?(.*)$/.exec(part)!
      key = named ?? key
      if (/^optional$/i.test(word!)) optional = true
      else if (!SECTION_KINDS.includes(word as SectionKind)) unknown.push(word!)
      else if (key === 'covers') covers.push(word as SectionKind)
      else kind = word as SectionKind
    }
  }
  return {optional, kind, covers, unknown}
}

/** A paragraph all in italics. */
const isPrompt = (node: Nodes): boolean =>
  node.type === 'paragraph' && node.children.length === 1 && node.children[0]!.type === 'emphasis'

const promptText = (node: Paragraph, source: string, at: (node: Nodes) => Span): string =>
  source
    .slice(at(node).start + 1, at(node).end - 1)
    .replace(/\s*\n\s*/g, ' ')
    .trim()
