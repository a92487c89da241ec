import {CompletionItemKind} from 'vscode-languageserver'
import {METADATA_KEYS, metadataKey, type MetadataKey} from '#core/document/metadata/keys.ts'
import {formatMoment} from '#core/document/moment.ts'
import {templatesOf} from '#core/templates/index.ts'
import {peopleOf} from './people.ts'
import type {CompletionPlace, Suggestion} from './place.ts'

/** Keys and values of the front matter. Undefined outside of it. */
export function frontMatterCompletions(place: CompletionPlace): readonly Suggestion[] | undefined {
  const {
    analysis: {text},
    lineStart,
    before,
  } = place
  const block = frontMatterAbove(text, lineStart)
  if (!block) return undefined
  const [, indent, key, space, typed] = /^([ \t]*)([\w-]+)\s*[:=](\s*)(.*)$/.exec(before) ?? []
  if (key !== undefined)
    return valueSuggestions(`${indent ? `${parentKey(block.above)}.` : ''}${key}`, space!, typed!, block, place)
  return /^[ \t]*[\w-]*$/.test(before) ? keySuggestions(block, place) : []
}

interface Block {
  readonly format: 'yaml' | 'toml'
  /** From the fence to the line of the cursor. */
  readonly above: string
}

/** The front matter that a line stands in; its closing fence may be still to come. */
function frontMatterAbove(text: string, lineStart: number): Block | undefined {
  const fence = /^\uFEFF?(---|\+\+\+)[ \t]*\r?\n/.exec(text)
  if (!fence || lineStart < fence[0].length) return undefined
  const above = text.slice(fence[0].length, lineStart)
  const hasEnded = above.split(/\r?\n/).some((line) => line.trimEnd() === fence[1]) || /^#{1,6} /m.test(above)
  return hasEnded ? undefined : {format: fence[1] === '---' ? 'yaml' : 'toml', above}
}

/** The key above that an indented line belongs to. */
const parentKey = (above: string): string | undefined =>
  /(?:^|\n)([\w-]+):[ \t]*\r?\n(?:[ \t]+[^\n]*\n)*$/.exec(above)?.[1]

function keySuggestions(
  {format, above}: Block,
  {analysis: {document}, lineStart, offset, before}: CompletionPlace,
): Suggestion[] {
  const indent = /^[ \t]*/.exec(before)![0]
  const parent = indent ? parentKey(above) : undefined
  if (indent && parent === undefined) return []
  const isFree = ({key}: MetadataKey): boolean =>
    ![...document.metadata.fields.keys()].some((present) => metadataKey(present)?.key === key)
  return METADATA_KEYS.filter(isFree).flatMap(({key, description}) => {
    const [outer, inner] = key.includes('.')
      ? [key.slice(0, key.indexOf('.')), key.slice(key.indexOf('.') + 1)]
      : [undefined, key]
    if (parent !== undefined && outer !== parent) return []
    // TOML has dotted keys; in YAML the inner key stands below the outer one.
    const text =
      format === 'toml'
        ? `${key} = `
        : parent !== undefined || outer === undefined
          ? `${inner}: `
          : `${outer}:\n  ${inner}: `
    return [
      {
        label: parent === undefined ? key : inner,
        kind: CompletionItemKind.Property,
        documentation: description,
        insert: {text},
        span: {start: lineStart + indent.length, end: offset},
      },
    ]
  })
}

interface Value {
  readonly label: string
  readonly detail?: string
}

function valueSuggestions(
  key: string,
  space: string,
  typed: string,
  {format}: Block,
  place: CompletionPlace,
): Suggestion[] {
  const known = metadataKey(key.toLowerCase().replaceAll('-', '_'))
  if (!known) return []
  const lead = space ? '' : ' '
  return valuesOf(known, place).map(({label, detail}) => ({
    label,
    detail,
    kind: CompletionItemKind.Value,
    insert: {text: lead + written(label, format)},
    filter: lead + label,
    span: {start: place.offset - typed.length, end: place.offset},
  }))
}

/** Quoted where the format would read something else. */
const written = (value: string, format: Block['format']): string =>
  format === 'toml' || /^@/.test(value) ? JSON.stringify(value) : value

function valuesOf(
  {key, values, date, role}: MetadataKey,
  {
    analysis: {
      document,
      settings: {lint},
    },
    today,
  }: CompletionPlace,
): Value[] {
  if (values) return values.map((label) => ({label}))
  if (role) return peopleOf(document, lint).map((label) => ({label}))
  switch (key) {
    case 'severity':
      return lint.severityScale.map((label) => ({label}))
    case 'template':
      return templatesOf(lint.templates).map(({id, name}) => ({label: id, detail: name}))
    case 'timezone':
      return ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')].map((label) => ({label}))
  }
  if (!date) return []
  if (key.startsWith('incident.'))
    return document.timeline.events.flatMap(({when, text}) =>
      when?.date && when.minutes !== undefined ? [{label: formatMoment(when)!, detail: text.slice(0, 60)}] : [],
    )
  return DAYS.map(([days, detail]) => ({label: isoDaysFrom(today, days), detail}))
}

const isoDaysFrom = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)

const DAYS: readonly (readonly [number, string])[] = [
  [0, 'today'],
  [1, 'tomorrow'],
  [7, 'in a week'],
  [-1, 'yesterday'],
]
