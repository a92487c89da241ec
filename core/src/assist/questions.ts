import type {SectionKind} from '../document/kinds.ts'
import type {PostmortemDocument} from '../document/postmortem-document.ts'
import {effectiveKind} from '../document/section.ts'
import {insertAt, type TextEdit} from '../text/edit.ts'
import type {Span} from '../text/span.ts'
import {BANK} from './questions.generated.ts'

/** Questions of one kind: what was visible, what was wanted, how it usually goes … */
export interface QuestionPhase {
  readonly id: string
  readonly name: string
  /** Where these questions are offered first. */
  readonly sections: readonly SectionKind[]
  readonly questions: readonly string[]
}

/** The contents of core/data/en/questions.yml. */
export interface QuestionBank {
  readonly phases: readonly QuestionPhase[]
  readonly restorative: readonly string[]
  readonly reframes: readonly {readonly heard: string; readonly ask: string}[]
  readonly opening: string
  readonly bones: readonly {readonly name: string; readonly ask: string}[]
}

export const QUESTIONS: QuestionBank = BANK

/** All phases, those that fit the section around the offset first. */
export function phasesAt(document: PostmortemDocument, offset: number): readonly QuestionPhase[] {
  const kind = effectiveKind(document.sectionAt(offset))
  const fits = ({sections}: QuestionPhase): boolean => kind !== undefined && sections.includes(kind)
  return [...BANK.phases.filter(fits), ...BANK.phases.filter((phase) => !fits(phase))]
}

/** A question for the people who know, as the checks and the facilitator sheet find it again. */
export const askLine = (question: string): string => `> **Ask:** ${question}`

/** Puts a question below the block at the offset: paragraph, item with its indentation, table, or front matter. */
export function insertQuestion({text, metadata}: PostmortemDocument, offset: number, question: string): TextEdit {
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const {frontMatter} = metadata
  const ask = askLine(question)
  if (frontMatter && offset <= frontMatter.span.end) return insertAt(frontMatter.span.end, `${eol}${eol}${ask}`)
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1) + 1, text.charCodeAt(0) === 0xfeff ? 1 : 0)
  const line = /^[^\r\n]*/.exec(text.slice(lineStart))![0]
  if (line.trim() === '') return insertAt(lineStart, `${ask}${eol}${text.slice(lineStart).trim() === '' ? '' : eol}`)
  const item = /^[ \t]*(?:[-*+]|\d+[.)])[ \t]+/.exec(line)?.[0]
  return insertAt(endOfBlock(text, lineStart, item !== undefined), `${eol}${eol}${' '.repeat(item?.length ?? 0)}${ask}`)
}

/** An item ends with its own lines; anything else at the next blank line. */
function endOfBlock(text: string, lineStart: number, isItem: boolean): number {
  let end = lineEnd(text, lineStart)
  while (end < text.length) {
    const next = text.indexOf('\n', end) + 1
    if (next === 0) return end
    const line = /^[^\r\n]*/.exec(text.slice(next))![0]
    if (line.trim() === '' || /^#{1,6}\s/.test(line) || (isItem && /^\s*(?:[-*+]|\d+[.)])\s/.test(line))) return end
    end = lineEnd(text, next)
  }
  return end
}

const lineEnd = (text: string, start: number): number => start + /^[^\r\n]*/.exec(text.slice(start))![0].length

/** A question that stands open in the document. */
export interface OpenQuestion {
  readonly text: string
  readonly span: Span
  /** The heading it stands below. */
  readonly section?: string
}

const ASK = /^\uFEFF?[ \t]*>[ \t]*(?:\*\*|__)?Ask(?::(?:\*\*|__)?|(?:\*\*|__):?)[ \t]*(.+?)[ \t]*\r?$/gim

/** All `> **Ask:** …` of the document, in order. */
export function openQuestions(document: PostmortemDocument): OpenQuestion[] {
  return [...document.text.matchAll(ASK)].map((match) => {
    const start = match.index + match[0].indexOf('>')
    return {
      text: match[1]!,
      span: {start, end: match.index + match[0].trimEnd().length},
      section: document.sectionAt(start)?.title,
    }
  })
}
