import type {PostmortemDocument} from './postmortem-document.ts'
import {blocksIn, firstFrom} from './blocks.ts'
import {type Placeholder, placeholdersOf} from './placeholders.ts'
import {isMarkdownHeading, type Section} from './section.ts'
import {byText} from '../text/by-text.ts'
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

const saysSomething = byText((words) => words.trim() !== '' && !FRAME.test(words.trim()), 10_000)

/** How far a section is, its subsections included. */
export function fillingOf(document: PostmortemDocument, section: Section): Filling {
  let hasPrompts = false
  for (const {leaf, span} of blocksIn(document, section)) {
    if (isPlaceholder(document, span.start, span.end)) hasPrompts = true
    else if (saysSomething(leaf.words)) return 'written'
  }
  if (hasOther(document, section) || hasFilledChild(document, section)) return 'written'
  return hasPrompts ? 'prompts' : 'nothing'
}

/** Whether a block is a placeholder from end to end. */
export function isPlaceholder(document: PostmortemDocument, start: number, end: number): boolean {
  const all = placeholdersIn(document)
  for (let i = firstFrom(all, start); i < all.length && all[i]!.span.start < end; i++)
    if (all[i]!.form !== 'token' && all[i]!.span.end <= end) return true
  return false
}

/** Code, pictures and HTML hold something too. */
function hasOther(document: PostmortemDocument, section: Section): boolean {
  const body = document.text.slice(section.bodyStart, section.span.end)
  return /^ {0,3}(?:```|~~~)|<(?!!--|br\b)[a-z]|!\[|^ {0,3}>|^(?: {4}|\t)\s*[^\s<]/im.test(
    body.includes('<!--') ? body.replace(/<!--[^]*?-->/g, '') : body,
  )
}

function hasFilledChild(document: PostmortemDocument, section: Section): boolean {
  const {sections, text} = document
  for (
    let i = firstFrom(sections, section.span.start + 1);
    i < sections.length && sections[i]!.span.start < section.span.end;
    i++
  ) {
    const child = sections[i]!
    // A label or a bold line inside the section is text of its own.
    if (!child.kind && !isMarkdownHeading(child)) return true
    if (
      child.kind &&
      child.kind !== section.kind &&
      child.parent === section &&
      text.slice(child.bodyStart, child.span.end).trim() !== '' &&
      fillingOf(document, child) !== 'nothing'
    )
      return true
  }
  return false
}
