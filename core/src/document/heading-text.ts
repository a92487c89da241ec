/** The words of a heading: without emoji, `:shortcodes:`, numbering, marks and end punctuation. */
export function cleanTitle(text: string): string {
  return text
    .replace(/[\p{Extended_Pictographic}\u{FE0F}\u{200D}\u{1F3FB}-\u{1F3FF}]/gu, '')
    .replace(/(^|\s):[a-z0-9_+-]+:(?=\s|$)/gi, '$1')
    .replace(/\s+#+\s*$/, '')
    .replace(/[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:(?:step|section|part|phase)\s+\d+[.:)]?\s+|\(?(?:\d+(?:\.\d+)*|[ivx]+|[a-h])[.)]\s*(?=\D)|\d+(?:\.\d+)+\s+)/i, '')
    .replace(/[\s:：.?!…–—-]+$/, '')
    .trim()
}

/** For comparing headings: lower case, straight quotes, no article, no trailing parenthesis or zone. */
export function normalizeTitle(title: string): string {
  return cleanTitle(title)
    .toLowerCase()
    .replace(/[‘’ʼ]/g, "'")
    .replace(/[“”"]/g, '')
    .replace(/\s*[([][^)\]]*[)\]]\s*$/, '')
    .replace(/\s*[-–—,:]?\s*(?:all times?\b.*|times? (?:are )?in\b.*|in utc|utc)$/, '')
    .replace(/^(?:the|our|an?)\s+/, '')
    .replace(/[\s:：.?!…–—-]+$/, '')
    .replace(/\s+/g, ' ')
    .trim()
}
