import {PostmortemDocument, type ReadOptions} from '#core'

/** The sections as lines: nesting, kinds and title. What a test expects can be read like a table of contents. */
export function outline(text: string, options: ReadOptions = {}): string[] {
  return new PostmortemDocument(text, options).sections.map((section) => {
    let depth = 0
    for (let at = section.parent; at; at = at.parent) depth++
    const kinds = [section.kind ?? '-', ...section.also].join('+')
    return `${'  '.repeat(depth)}${kinds}: ${section.title}`
  })
}
