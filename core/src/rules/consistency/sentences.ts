/**
 * Rough sentences of a piece of Markdown: enough to quote one. List marks, headings and tables end a sentence,
 * a dot inside a version or an address does not.
 */
export const sentencesIn = (text: string): Iterable<RegExpExecArray> =>
  text.matchAll(/[^\s#>*|-](?:[^.!?\n]|[.!?](?!\s|$)|\n(?!\s*\n|\s*[#>|*-]|\s*\d+[.)]\s))*(?:[.!?](?=\s|$))?/g)
