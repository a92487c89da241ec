import {nameTemplate} from '#core/assist/change-template.ts'
import {insertionPoint, insertSectionSnippet} from '#core/assist/insert-section.ts'
import {templateOf} from '#core/templates/choose.ts'
import {templatesOf} from '#core/templates/index.ts'
import {missingSections, sectionsFor} from '#core/templates/missing-sections.ts'
import {snippet} from '#core/templates/skeleton.ts'
import type {Template, TemplateSection} from '#core/templates/template.ts'
import type {TextEdit} from '#core/text/edit.ts'
import type {Analysis} from '../analysis.ts'
import type {Feature} from '../feature.ts'
import type {NewDocument, NewDocumentParams, SectionOffer, SnippetEdit} from '../protocol.ts'
import {onRequest} from './requests.ts'
import {plainEdit, snippetEdit} from './snippet-edit.ts'

/** New documents, and sections for those that are there. */
export const templates: Feature = {
  register(context) {
    const {documents, settings} = context
    const all = async (uri: string | undefined): Promise<readonly Template[]> =>
      templatesOf((await settings.of(uri)).lint.templates)

    onRequest(
      context,
      'postmortem/templates',
      async ({uri}) => {
        const own = new Set((await settings.of(uri)).lint.templates)
        return (await all(uri)).map((template) => {
          const {id, name, purpose, source} = template
          return {id, name, purpose, source, own: own.has(template)}
        })
      },
      [],
    )
    onRequest(
      context,
      'postmortem/newDocument',
      async (params) => {
        // Any file below the folder has its settings.
        const known = await all(params.folder === undefined ? undefined : `${params.folder.replace(/\/$/, '')}/new.md`)
        return newDocument(known.find(({id}) => id === params.template) ?? known[0]!, params)
      },
      {snippet: '', fileName: 'post-mortem.md'},
    )
    onRequest(context, 'postmortem/sections', async ({textDocument}) => {
      const analysis = await documents.postmortem(textDocument.uri)
      return analysis ? offersFor(analysis) : null
    })
    onRequest(context, 'postmortem/missingSections', async ({textDocument}) => {
      const analysis = await documents.postmortem(textDocument.uri)
      return analysis ? insertionsOf(templateOf(analysis.document, analysis.settings.lint), 'required', analysis) : null
    })
    onRequest(context, 'postmortem/changeTemplate', async ({textDocument, template: id}) => {
      const analysis = await documents.get(textDocument.uri)
      const template = analysis && templatesOf(analysis.settings.lint.templates).find((one) => one.id === id)
      return template
        ? [
            ...nameTemplate(analysis.document, template.id).map((edit) => plainEdit(edit, analysis)),
            ...insertionsOf(template, 'required', analysis),
          ]
        : null
    })
  },
}

function newDocument(
  template: Template,
  {title, severity, start, fileName = '${date}-${title}.md', at}: NewDocumentParams,
): NewDocument {
  const date = /^\d{4}-\d\d-\d\d/.exec(start ?? '')?.[0] ?? at.instant.slice(0, 10)
  const answers = {
    date,
    timezone: at.zone ?? 'UTC',
    ...(title ? {title} : {}),
    ...(severity ? {severity} : {}),
    ...(start ? {'incident.start': start, start} : {}),
  }
  const parts: Readonly<Record<string, string>> = {
    date,
    title: slug(title ?? '') || 'incident',
    severity: slug(severity ?? ''),
    template: template.id,
  }
  return {
    snippet: snippet(template, answers),
    fileName: tidyFileName(fileName.replace(/\$\{(\w+)\}/g, (whole, name: string) => parts[name] ?? whole)),
  }
}

const slug = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '')

/** One name in one folder, whatever the pattern says. */
function tidyFileName(name: string): string {
  const tidy = name
    .replace(/[\\/:*?"<>|\u0000-\u001f]+/g, '-')
    .replace(/-{2,}/g, '-')
    .replace(/^[.-]+/, '')
    .replace(/-+(?=\.[^.]*$)/, '')
  return /\.(?:md|markdown)$/i.test(tidy) ? tidy : `${tidy || 'post-mortem'}.md`
}

function offersFor(analysis: Analysis): SectionOffer[] {
  const {document, settings} = analysis
  const template = templateOf(document, settings.lint)
  return template.sections.map((section) => ({
    kind: section.kind ?? null,
    heading: section.heading,
    required: section.required,
    present: sectionsFor(document, section).length > 0,
    edit: snippetEdit(insertSectionSnippet(document, template, section), analysis),
  }))
}

/** Sections that go to one place become one edit, in the order of the template. */
function insertionsOf(template: Template, which: 'required' | 'all', analysis: Analysis): SnippetEdit[] {
  const {document} = analysis
  const byPlace = new Map<number, TemplateSection[]>()
  for (const section of missingSections(document, template, which)) {
    const {offset} = insertionPoint(document, template, section)
    byPlace.set(offset, [...(byPlace.get(offset) ?? []), section])
  }
  return [...byPlace]
    .sort(([a], [b]) => a - b)
    .map(([, sections]) =>
      joined(
        sections.map((section) => insertSectionSnippet(document, template, section)),
        analysis,
      ),
    )
}

/** Several snippets at one offset as one: tab stops are numbered on, and only the last place to stop stays. */
function joined(edits: readonly TextEdit[], analysis: Analysis): SnippetEdit {
  let stops = 0
  const text = edits
    .map(({newText}, i) => {
      const own = newText.replace(
        /(?<!\\)\$(?:\{(\d+):|(\d+))/g,
        (whole, braced: string | undefined, bare: string | undefined) => {
          const stop = Number(braced ?? bare)
          if (stop === 0) return i === edits.length - 1 ? whole : ''
          return braced === undefined ? `$${stop + stops}` : `\${${stop + stops}:`
        },
      )
      stops += Math.max(0, ...[...newText.matchAll(/(?<!\\)\$\{?(\d+)/g)].map(([, stop]) => Number(stop)))
      return own
    })
    .join('')
    .replace(/(?:\r?\n){3,}/g, analysis.text.includes('\r\n') ? '\r\n\r\n' : '\n\n')
  return snippetEdit({...edits[0]!, newText: text}, analysis)
}
