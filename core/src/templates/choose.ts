import {normalizeTitle} from '../document/heading-text.ts'
import type {PostmortemDocument} from '../document/postmortem-document.ts'
import type {LintConfig} from '../lint/config.ts'
import {TEMPLATES, templatesOf} from './index.ts'
import type {Template, TemplateSection} from './template.ts'

/** Where the template of a document comes from, for the status item. */
export type TemplateOrigin = 'front-matter' | 'setting' | 'headings' | 'default'

export interface TemplateChoice {
  readonly template: Template
  readonly because: TemplateOrigin
}

export const templateOf = (document: PostmortemDocument, config: LintConfig): Template =>
  chooseTemplate(document, config).template

/** What the document names in its front matter, else the setting, else the template that its headings follow closely, else `blameless`. */
export function chooseTemplate(
  document: PostmortemDocument,
  config: Pick<LintConfig, 'template' | 'templates'>,
): TemplateChoice {
  const templates = templatesOf(config.templates)
  const named = (id: string | undefined): Template | undefined =>
    id === undefined ? undefined : templates.find((template) => template.id === id.trim().toLowerCase())
  const stated = named(document.metadata.template?.value)
  if (stated) return {template: stated, because: 'front-matter'}
  const set = named(config.template)
  if (set) return {template: set, because: 'setting'}
  const followed = followedBy(document, templates)
  return followed
    ? {template: followed, because: 'headings'}
    : {template: templates.find(({id}) => id === 'blameless') ?? TEMPLATES[0]!, because: 'default'}
}

/** Share of a template's sections that a document must have before the template is taken to be meant. */
const CLOSE = 0.75
/** Short templates are part of every other document. */
const ENOUGH = 6

function followedBy(document: PostmortemDocument, templates: readonly Template[]): Template | undefined {
  const titles = new Set(document.sections.map(({title}) => title))
  const normalized = new Set([...titles].map(normalizeTitle))
  const kinds = new Set(document.sections.flatMap(({kind, also}) => (kind ? [kind, ...also] : also)))
  const hits = ({title, kind}: Required): number => (normalized.has(title) ? 1 : kind && kinds.has(kind) ? 0.6 : 0)
  let best: Template | undefined
  let bestShare = 0
  for (const template of templates) {
    const sections = requiredOf(template)
    const sum = sections.reduce((total, section) => total + hits(section), 0)
    const share = sum / Math.max(1, sections.length)
    if (sum >= ENOUGH && share >= CLOSE && share > bestShare) [best, bestShare] = [template, share]
  }
  return best
}

/** A section that a template asks for, with its heading as headings are compared. */
interface Required extends Pick<TemplateSection, 'kind'> {
  readonly title: string
}

const required = new WeakMap<Template, readonly Required[]>()

function requiredOf(template: Template): readonly Required[] {
  let known = required.get(template)
  if (!known) {
    known = template.sections
      .filter((section) => section.required)
      .map(({heading, kind}) => ({kind, title: normalizeTitle(heading)}))
    required.set(template, known)
  }
  return known
}
