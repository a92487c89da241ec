import type {Span} from '../../text/span.ts'

export interface FoundTicket {
  readonly value: string
  /** Where the value stands, without the brackets of a link. */
  readonly span: Span
  /** What goes away with it where the ticket stands at an end of the item. */
  readonly cut: Span
  /** The label of a link whose address stands in another chunk; the value is not known yet. */
  readonly reference?: string
}

/** Addresses that track work: issues, pull requests, cards. A commit or a page of documentation tracks nothing. */
const TRACKER =
  /^https?:\/\/(?:[^/\s]+\/(?:[^\s]*\/)?(?:-\/)?(?:issues?|pull|pulls|pull-requests|merge_requests|discussions|workitems?|_workitems\/edit|browse|ticket|tickets|tasks?|stories|story|cards?)\/[^\s/]*[\w-]*\d|(?:www\.)?bugzil\.la\/\d|[^/\s]*bugzilla[^\s]*[?&]id=\d|[^\s]*show_bug\.cgi\?id=\d|linear\.app\/[^\s]+\/issue\/|trello\.com\/c\/|app\.asana\.com\/|app\.shortcut\.com\/|app\.clickup\.com\/t\/|[^/\s]*zenhub\.com\/[^\s]*\/issues\/|[^/\s]*phabricator[^\s]*\/T\d|[^/\s]*youtrack[^\s]*\/issue\/)/i

export const isTracker = (url: string): boolean => TRACKER.test(url)

/** Upper-case words with a number behind a hyphen that are no keys of a tracker. */
const NO_KEY =
  /^(?:CVE|CWE|UTF|SHA|ISO|RFC|SEV|AES|RSA|TLS|SSL|HTTP|IPV|UTC|GMT|COVID|MD|ES|GPT|PCI|NIST|RS|EC|BASE|X|M|T|H|Q|P|FY|USD|EUR|WCAG|IEEE|ANSI|ASCII|MP|F|B|A|V|C|R|L|K|N|S|E|D|G|I|J|O|U|W|Y|Z)$/

/** `#12`, `org/repo#12`, `ABC-12`, `bug 123456`, `case ID 123456`, `INC0012345`. The group is the value. */
const KEY =
  /(?<![\w/&#.-])((?:[\w.-]+\/[\w.-]+)?#\d+|GH-\d+|[A-Z][A-Z0-9_]{1,9}-\d+|(?:INC|RITM|CHG|PRB|TASK|REQ|SCTASK)\d{4,})(?![\w-])|\b(?:bug|case|case id|ticket|issue|request)(?:\s+(?:id|no\.?|number|#))?[\s:#]+(\d{4,})(?!\w)/gi

const LINK =
  /\[((?:[^[\]]|\[[^\]]*\])*)\]\((<?[^\s)>]+>?)(?:\s+"[^"]*")?\)|<(https?:\/\/[^\s>]+)>|https?:\/\/[^\s<>)\]]*[^\s<>)\].,;:!?'"]|\[([^[\]]+)\](?:\[([^[\]]*)\])?/g

/**
 * The first ticket of a text.
 *
 * @param source with Markdown, as link targets count
 * @param targetOf the address behind a reference link
 */
export function findTicket(
  source: string,
  targetOf: (label: string) => string | undefined = () => undefined,
): FoundTicket | undefined {
  let best: FoundTicket | undefined
  const offer = (found: FoundTicket): void => {
    if (!best || found.span.start < best.span.start) best = found
  }
  if (source.includes('[') || source.includes('://')) {
    for (const match of source.matchAll(LINK)) {
      const found = readLink(match, targetOf)
      if (!found) continue
      offer(found)
      break
    }
  }
  // Every key has a number.
  const key = /\d/.test(source) ? firstKey(withoutTargets(source)) : undefined
  if (key) offer(key)
  return best
}

function readLink(match: RegExpMatchArray, targetOf: (label: string) => string | undefined): FoundTicket | undefined {
  const [whole, label, target, angled, reference, name] = match
  const start = match.index!
  const cut = {start, end: start + whole.length}
  if (angled !== undefined || (label === undefined && reference === undefined)) {
    const url = angled ?? whole
    if (!isTracker(url)) return undefined
    const from = angled === undefined ? start : start + 1
    return {value: url, span: {start: from, end: from + url.length}, cut}
  }
  const words = (label ?? reference)!
  const url = target?.replace(/^<|>$/g, '') ?? targetOf(name || words)
  const key = firstKey(words)
  // `[#12]` is a reference without its definition, `[Rick]` a name.
  if (url === undefined)
    return key && key.cut.start === 0 && key.cut.end === words.length
      ? {...key, span: moved(key.span, start + 1), cut}
      : name && GENERIC.test(words)
        ? {value: '', reference: name, span: {start: start + 1, end: start + 1 + words.length}, cut}
        : undefined
  if (!isTracker(url) && !(key && key.cut.end === words.length && key.cut.start === 0)) return undefined
  // A link whose words are the task itself stays where it is.
  const kept = key || GENERIC.test(words) ? cut : {start: cut.end, end: cut.end}
  if (key) return {value: key.value, span: moved(key.span, start + 1), cut: kept}
  return {value: url, span: {start: start + 1, end: start + 1 + words.length}, cut: kept}
}

/** Link words that say no more than that there is a ticket. */
const GENERIC =
  /^\W*(?:(?:github|gitlab|jira|linear|trello|bugzilla|tracking|tracked|this|the)\s+)*(?:issue|ticket|pr|pull request|mr|merge request|bug|story|task|card|link|here|jira|linear|github|tracked|tracking|follow along here|https?:\/\/\S+)s?\W*$/i

function firstKey(text: string): FoundTicket | undefined {
  for (const match of text.matchAll(KEY)) {
    const value = (match[1] ?? match[2])!
    if (match[1] && /^[a-z]/.test(value) && !value.includes('#')) continue
    if (/^[A-Z][A-Z0-9_]*-/.test(value) && NO_KEY.test(value.slice(0, value.lastIndexOf('-')))) continue
    const start = match.index + match[0].lastIndexOf(value)
    return {
      value,
      span: {start, end: start + value.length},
      cut: {start: match.index, end: match.index + match[0].length},
    }
  }
  return undefined
}

/** Link targets, addresses and code blanked out, so that no key is found inside them. */
const withoutTargets = (source: string): string =>
  source.replace(/`[^`]*`|\]\([^)]*\)|\]\[[^\]]*\]|<?https?:\/\/\S+|\[[^[\]]*\](?=\()/g, (text) =>
    ' '.repeat(text.length),
  )

const moved = (span: Span, by: number): Span => ({start: span.start + by, end: span.end + by})
