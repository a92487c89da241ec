import type {PostmortemDocument} from './postmortem-document.ts'
import {blocksIn} from './blocks.ts'
import {plainText} from './outline.ts'
import {type Placeholder, placeholdersOf} from './placeholders.ts'
import type {Section} from './section.ts'
import {shift} from '../text/span.ts'

const known = new WeakMap<PostmortemDocument, readonly Placeholder[]>()

/** All placeholders of the document, with offsets into its text. */
export function placeholdersIn(document: PostmortemDocument): readonly Placeholder[] {
  let found = known.get(document)
  if (!found) {
    found = document.chunks.flatMap(({chunk, start}) =>
      placeholdersOf(chunk).map((one) => ({...one, span: shift(one.span, start)})),
    )
    known.set(document, found)
  }
  return found
}

/** `written`: somebody has said something here; `prompts`: only the template has; `nothing`: not even that. */
export type Filling = 'written' | 'prompts' | 'nothing'

/** What says nothing by itself: “All times in UTC”, a lone mark of a list, a rule. */
const FRAME = /^(?:[_*(]*all times?\b.{0,60}|[-*+_#\s|:.]*)$/i

/** How far a section is, its subsections included. */
export function fillingOf(document: PostmortemDocument, section: Section): Filling {
  const blocks = blocksIn(document, section)
  const written = blocks.some(({node, span}) => {
    const text = plainText(node.children).trim()
    return text !== '' && !FRAME.test(text) && !isPlaceholder(document, span.start, span.end)
  })
  if (written || hasOther(document, section) || hasFilledChild(document, section)) return 'written'
  return blocks.some(({span}) => isPlaceholder(document, span.start, span.end)) ? 'prompts' : 'nothing'
}

/** Whether a block is a placeholder from end to end. */
const isPlaceholder = (document: PostmortemDocument, start: number, end: number): boolean =>
  placeholdersIn(document).some(({span, form}) => form !== 'token' && span.start >= start && span.end <= end)

/** Code, pictures and HTML hold something too. */
function hasOther(document: PostmortemDocument, section: Section): boolean {
  const body = document.text.slice(section.bodyStart, section.span.end)
  return /^ {0,3}(?:```|~~~)|<(?!!--|br\b)[a-z]|!\[|^ {0,3}>|^(?: {4}|\t)\s*[^\s<]/im.test(body.includes('<!--') ? body.replace(/<!--[^]*?-->/g, '') : body)
}

const hasFilledChild = (document: PostmortemDocument, section: Section): boolean =>
  document.sections.some((child) => {
    if (child.span.start < section.bodyStart || child.span.end > section.span.end || child === section) return false
    // A label or a bold line inside the section is text of its own.
    if (
      !child.kind &&
      child.style !== 'atx' &&
      child.style !== 'setext' &&
      child.style !== 'hash' &&
      child.style !== 'html'
    )
      return true
    return (
      child.kind !== undefined &&
      child.kind !== section.kind &&
      child.parent === section &&
      fillingOf(document, child) !== 'nothing'
    )
  })
