import type {Template, TemplateSection} from './template.ts'

/** Values for the holes of a template by their names: `title`, `severity`, `date`, `timezone` … and front matter keys. */
export type Answers = Readonly<Record<string, string>>

/** A new document. Holes without an answer stay empty, so that nothing but the prompts is left to be replaced. */
export const skeleton = (template: Template, answers: Answers = {}): string => render(template, answers, plain(answers))

/** The same as a snippet of VS Code and LSP: prompts and holes become tab stops, text that looks like snippet syntax is escaped. */
export const snippet = (template: Template, answers: Answers = {}): string => {
  const stops = tabStops(answers)
  return `${render(template, answers, stops)}${stops.rest()}`
}

/** One section with its prompts, heading marks included. */
export const sectionText = (section: TemplateSection, depth: number = section.depth, answers: Answers = {}): string =>
  renderSection(section, depth, plain(answers))

export const sectionSnippet = (
  section: TemplateSection,
  depth: number = section.depth,
  answers: Answers = {},
): string => {
  const stops = tabStops(answers)
  return `${renderSection(section, depth, stops)}${stops.rest()}`
}

/** How literal text, holes and prompts are written. */
interface Writer {
  readonly literal: (text: string) => string
  readonly hole: (name: string, value: string | undefined) => string
  readonly prompt: (text: string) => string
}

const plain = (answers: Answers): Writer => ({
  literal: (text) => text,
  hole: (name, value) => answers[name] ?? value ?? '',
  prompt: (text) => text,
})

function tabStops(answers: Answers): Writer & {readonly rest: () => string} {
  let next = 1
  let zone: string | undefined
  const escape = (text: string): string => text.replace(/[\\$}]/g, '\\$&')
  return {
    literal: escape,
    hole: (name, value) => {
      if (answers[name] !== undefined) return escape(answers[name])
      // The zone stands in the front matter and above the timeline; both change together.
      if (name === 'timezone' && zone) return zone
      const text = value ?? name
      const stop = text ? `\${${next++}:${escape(text)}}` : `$${next++}`
      if (name === 'timezone') zone = stop
      return stop
    },
    prompt: (text) => `\${${next++}:${escape(text)}}`,
    rest: () => '$0',
  }
}

function render(template: Template, answers: Answers, writer: Writer): string {
  const lines = [
    '---',
    ...frontMatter(template, answers, writer),
    '---',
    '',
    `${writer.literal('# ')}${writer.hole('title', undefined)}`,
    '',
  ]
  return `${lines.join('\n')}\n${template.sections.map((section) => renderSection(section, section.depth, writer)).join('\n')}`
}

function renderSection({heading, prompts, body}: TemplateSection, depth: number, writer: Writer): string {
  const blocks = [
    writer.literal(`${'#'.repeat(depth)} ${heading}`),
    ...prompts.map((prompt) => writer.prompt(`_${prompt}_`)),
  ]
  if (body) blocks.push(withHoles(body, writer))
  return `${blocks.join('\n\n')}\n`
}

/** Keys with a dot are written nested: `incident.start` below `incident:`. */
function* frontMatter({id, metadata}: Template, answers: Answers, writer: Writer): Iterable<string> {
  let parent = ''
  for (const key of metadata) {
    const [outer, inner] = key.includes('.')
      ? [key.slice(0, key.indexOf('.')), key.slice(key.indexOf('.') + 1)]
      : ['', key]
    if (outer && outer !== parent) yield `${outer}:`
    parent = outer
    const indent = outer ? '  ' : ''
    const fixed = key === 'template' ? id : key === 'status' ? (answers.status ?? 'draft') : undefined
    const value = fixed === undefined ? writer.hole(key, key === 'timezone' ? 'UTC' : '') : writer.literal(fixed)
    yield `${indent}${inner}:${value ? ` ${yamlValue(value)}` : ''}`
  }
}

/** Quoted where YAML would read it as something else. Tab stops are left alone. */
const yamlValue = (value: string): string =>
  value.startsWith('$') || /^[\p{L}\p{N}][\p{L}\p{N} _./+-]*$/u.test(value) ? value : JSON.stringify(value)

const HOLE = /\{([a-z][a-z0-9 _-]{0,30})(?::([^{}\n]{0,60}))?\}/gi

function withHoles(text: string, writer: Writer): string {
  let result = ''
  let last = 0
  for (const match of text.matchAll(HOLE)) {
    result += writer.literal(text.slice(last, match.index)) + writer.hole(match[1]!, match[2])
    last = match.index + match[0].length
  }
  return result + writer.literal(text.slice(last))
}
