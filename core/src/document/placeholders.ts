import type {Html, Nodes, PhrasingContent} from 'mdast'
import {type Chunk, derive} from '../markdown/chunks.ts'
import {spanOf} from '../markdown/parse.ts'
import {BUILT_IN} from '../templates/templates.generated.ts'
import type {Span} from '../text/span.ts'
import {proseOf} from './prose.ts'

/** Text that waits for somebody to replace it. Offsets count from the start of the chunk. */
export interface Placeholder {
  readonly span: Span
  /**
   * `prompt`: a template's question to the writer, `whole`: a line or cell that holds nothing else,
   * `token`: a mark inside other text.
   */
  readonly form: 'prompt' | 'whole' | 'token'
  /** `TODO` beside other text, which is the status of an item where the section lists actions. */
  readonly task?: true
}

export const placeholdersOf: (chunk: Chunk) => readonly Placeholder[] = derive((chunk) => {
  const found: Placeholder[] = []
  for (const block of proseOf(chunk)) {
    const {node, span, kind, words} = block
    if (isPrompt(node.children, words, kind === 'quote')) {
      found.push({span, form: 'prompt'})
      continue
    }
    if (kind === 'quote' || block.isHeader) continue
    const {source} = block
    if (kind !== 'heading' && isWhole(words, kind === 'table-cell')) {
      found.push({span: inner(node.children, span), form: 'whole'})
      continue
    }
    if (!MAY_HOLD_TOKEN.test(source)) continue
    const text = withoutCode(source, node.children, span.start)
    for (const at of tokensIn(text, kind === 'heading')) {
      const task = /^(?:TODO|FIXME)$/.test(text.slice(at.start, at.end))
      found.push({
        span: {start: span.start + at.start, end: span.start + at.end},
        form: 'token',
        ...(task ? {task} : {}),
      })
    }
    for (const html of htmlIn(node.children)) if (isFillIn(html.value)) found.push({span: spanOf(html), form: 'token'})
  }
  return found
    .sort((a, b) => a.span.start - b.span.start)
    .filter((one, i, all) => i === 0 || one.span.start >= all[i - 1]!.span.end)
})

// ── prompts ─────────────────────────────────────────────────────────────────

/** Compared by letters and digits alone. */
const fold = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

let builtInPrompts: ReadonlySet<string> | undefined
let firstWords: ReadonlySet<string> | undefined

function isBuiltInPrompt(text: string): boolean {
  builtInPrompts ??= new Set(BUILT_IN.flatMap(({sections}) => sections.flatMap(({prompts}) => prompts.map(fold))))
  firstWords ??= new Set([...builtInPrompts].map((prompt) => prompt.split(' ', 1)[0]!))
  // Most texts start otherwise, and folding all of each takes long.
  const first = /[\p{L}\p{N}]+/u.exec(text)?.[0].toLowerCase()
  return first !== undefined && firstWords.has(first) && builtInPrompts.has(fold(text))
}

const INSTRUCTION =
  /^(?:please )?(?:list|describe|explain|report|note|run|write|add|include|provide|give|summari[sz]e|fill|insert|replace|delete|remove|enter|document|specify|state|outline|identify|detail|attach|link|record|mention|use|these are (?:only )?sample|this section|in this section|what|who|how|when|where|which|why|was|were|did|does|is|are|should|could|would|if)\b/i

/** A paragraph all in italics that asks or instructs, or the text of a template's prompt in any dress. */
function isPrompt(nodes: readonly PhrasingContent[], words: string, quoted: boolean): boolean {
  const text = words.trim()
  if (text.length < 12 || text.length > 600) return false
  const solid = nodes.filter((node) => node.type !== 'text' || node.value.trim() !== '')
  const isItalic = solid.length > 0 && solid.every(({type}) => type === 'emphasis' || type === 'break')
  if (isItalic)
    return (INSTRUCTION.test(text.replace(/^\(/, '')) && !isStatement(text.replace(/^\(/, ''))) || isBuiltInPrompt(text)
  return (
    (text.length > 24 && isBuiltInPrompt(text)) ||
    (quoted &&
      /^(?:describe|list|summari[sz]e|explain|fill in|replace this|delete this|include|provide)\b/i.test(text) &&
      !/\bask:/i.test(text))
  )
}

/** “What follows is …”, “If you were affected, …”: italics that speak to the reader. */
const isStatement = (text: string): boolean =>
  /^(?:this section|in this section|if|is|are|use|note|what follows|where|when|was|were)\b/i.test(text) &&
  !/\?\s*$/.test(text) &&
  !/^(?:if applicable|note (?:the|any|down|whether))\b/i.test(text)

// ── lines and cells that hold nothing else ──────────────────────────────────

const WHOLE =
  /^(?:(?:to ?do|tbd|tbc|tba|wip|fixme|xxx+|tk|n\.n\.)(?:[ :.-].{0,40})?|\?+|\.{3,}|…|-{2,}|_{3,}|(?:action |another |next )?item \d|(?:first|second|third|next|another) (?:action )?item|action \d|(?:some )?(?:text|description|content|details?|notes?|link|name|date|owner|title) (?:goes )?here|(?:to be|will be|yet to be) (?:filled|completed|added|written|determined|defined|announced|done|confirmed|provided|updated|decided)(?: (?:in|out|later|soon|here|shortly|in later))?|(?:will |to )?(?:fill|write|add|complete|update) (?:this |it |in |out |more |details |later |text |something )*(?:here|later|in|out|soon|up)|lorem ipsum.{0,600}|coming soon|work in progress|(?:[\p{L}' ]{2,30}: ?)?(?:\?{1,4}|to ?do|tbd|tbc|xxx+)|.{0,20}\bsomething happened(?: again)?|example(?: action| item| entry| text)?(?: \d)?|your (?:text|name|answer|content)(?: goes)? here)[.!:]*$/iu

/** What of `WHOLE` can be longer than this. */
const LONG = 90
const LONG_WHOLE = /^(?:[?.…_-]|lorem|(?:will |to )?(?:fill|write|add|complete|update))|[.!:]{3}$/i

/** Sentences of templates that many teams start from. */
const LEFTOVER =
  /^(?:these are only sample (?:sub)?headings\b.{0,300}|list (?:anything (?:the team did|that could have|we got lucky)|any findings that came)\b.{0,200}|list of things that (?:went|worked)\b.{0,100}|description of an important event|be very specific here and include exact numbers|all the following sections should be filled out\b.{0,120}|explore potential action items grouped by\b.{0,120}|some important times to include)[.:,]?$/i

const LEFTOVER_START = /^(?:these|list|description|be|all|explore|some)\b/i

/** `[Positive aspect 1]` and nothing else; owners and statuses in brackets have text beside them. */
const BRACKETED = /^\[(?!(?:x|done|fixed|todo|wip|open|closed|none|n\/a|redacted|\d[\d, -]*)\])[^\][]{3,160}\][.:]?$/i

/** Words for what belongs there, a number to tell it from the next, or a choice. Names of people in brackets have none of these. */
const GENERIC =
  /\b(?:names?|dates?|times?|timestamps?|numbers?|description|describe|brief|detailed?|details|lists?|links?|url|id|values?|duration|impact|severity|services?|role|owners?|authors?|customers?|users?|priority|status|any|what|who|how|why|when|insert|your|e\.g|examples?|explain|explanation|summary|actions?|items?|positive|negative|lessons?|factors?|events?|amount|count|percentage|critical|draft|tickets?|reason|root cause|gaps?|metrics?|notes?|specific|if)\b|\d\]$|\s[|/]\s/i

function isWhole(words: string, isCell: boolean): boolean {
  const text = words.trim()
  if (text.length === 0 || text.length > 620) return false
  // In a table these are the status of an action.
  if (isCell && /^(?:to ?do|wip|work in progress)\W*$/i.test(text)) return false
  // “ETC” is also a name.
  return (
    ((text.length <= LONG || LONG_WHOLE.test(text)) && WHOLE.test(text)) ||
    (LEFTOVER_START.test(text) && LEFTOVER.test(text.replace(/\s+/g, ' '))) ||
    (BRACKETED.test(text) && GENERIC.test(text)) ||
    /^etc\.*(?: etc\.*)*$/.test(text)
  )
}

/** A cell's span holds its bars and spaces. */
function inner(nodes: readonly PhrasingContent[], span: Span): Span {
  const [first, last] = [nodes[0], nodes.at(-1)]
  return first && last ? {start: spanOf(first).start, end: spanOf(last).end} : span
}

// ── marks inside other text ─────────────────────────────────────────────────

/** Each behind something of all that it matches, as most texts hold none. */
const TOKENS: readonly (readonly [hint: RegExp, token: RegExp])[] = [
  // Upper case only: “to-do list” and “tbd” in a word are something else.
  [/TODO|TB[ACD]|FIXME|XXX/, /(?<![\w-])(?:TODO|TBD|TBC|TBA|FIXME|XXX+)(?![\w-])/g],
  // `HH:mm`, `22:XX`, `??:??`, not where the text explains a format.
  [
    /:[MmXx?]/,
    /(?<![\w:.])(?:HH?:MM(?::SS)?|hh?:mm(?::ss)?|HH?:mm(?::ss)?|[xX]{2}:[xX]{2}|\d\d:(?:XX|xx|\?\?)|\?\?:\?\?)(?![\w:])(?!\s+(?:format|formatted|notation))/g,
  ],
  [
    /YYYY|yyyy|DD|dd\/mm|mm\/dd|1900-|0000-|XX|-MM|-\?\?/,
    /(?<![\w/.-])(?:YYYY[-/.]MM[-/.]DD|DD[-/.]MM[-/.]YYYY|MM[-/.]DD[-/.]YYYY|yyyy-mm-dd|dd\/mm\/yyyy|mm\/dd\/yyyy|1900-01-01|0000-00-00|20XX(?:-XX-XX)?|XX\/XX\/(?:XXXX|20\d\d)|\d{4}-(?:XX|MM|\?\?)-(?:XX|DD|\?\?))(?![\w/-])(?!\s+(?:format|formatted|notation))/g,
  ],
  // `{date}`, `{{ date }}`; dotted names, filters and short codes belong to the site generator.
  [/\{/, /(?<![\w$#/{.=%(-])\{\{?\s*(?![<%/#])[\p{L}][\p{L}\p{N}' ,?_-]{1,60}\s*\}?\}(?![\w/}])/gu],
  // `[insert date here]`; other brackets hold owners, statuses and links.
  [
    /\[/,
    /(?<![\w\]!])\[(?:insert|add|your|describe|list|fill|enter|provide|replace|name of|date of|link to|to ?do|tbd|tbc|xxx?|yyyy-mm-dd|hh:mm|date|time|owner|name|number|title|service name|severity)(?: [^\][\n]{1,60})?\](?![([:\w])/gi,
  ],
  [/</, /(?<![\w<])<(?:insert|add|your|describe|fill|enter|provide|replace|name of|date of|link to)\b[^<>\n]{1,60}>/gi],
  // `~Xh Ym`, `XX users`
  [
    /X|NN/,
    /(?<![\w-])~?(?:X{1,3}|N{2})\s?(?:h(?:ours?|rs?)?|m(?:in(?:ute)?s?)?|seconds?|days?|users?|customers?|requests?|%)(?:\s(?:X{1,2}|Y{1,2})\s?m(?:in(?:ute)?s?)?)?(?![\w-])/g,
  ],
  // `[NAME]`, `[INCIDENT_ID]`; levels of a log and statuses are words of their own.
  [
    /\[[A-Z]/,
    /(?<![\w\]!`])\[(?!(?:ERROR|WARN|WARNING|INFO|DEBUG|FATAL|TRACE|CRITICAL|NOTICE|DONE|FIXED|OPEN|CLOSED|RESOLVED|WIP|REDACTED|N\/A|ALERT|FIRING|OUTAGE|UPDATE|UPDATED|EDIT|SOLVED|DEPRECATED|BUG|RFC|NSFW|SIC|UTC|ALL|DATE OF)\])[A-Z][A-Z_]{2,30}(?: [A-Z_]{2,20}){0,3}\](?![([:\w])/g,
  ],
  // `**Duration:** [Start time - End time]`
  [/\[[A-Z]/, /(?<=[:：][*_]{0,2}[ \t]{1,2})\[(?![xX ]?\])[A-Z][^\][\n]{2,80}\](?=[ \t]*(?:\n|$|\|))/g],
  // Standing alone after a colon: “Duration: ???”
  [/\?\?/, /(?<=[:：]\s{0,2})\?{2,}(?=\s*(?:$|[|\n]))/gm],
]

/** Something of every token; one look at the many texts that hold none. */
const MAY_HOLD_TOKEN =
  /[{[<]|\?\?|TODO|TB[ACD]|FIXME|XX|NN|X\s?[hmsducr%]|[Hh]:[Mm]{2}|[xX]:[xX]|:xx|YYYY|yyyy|(?:DD|MM)[-/.]|-MM|dd\/mm|mm\/dd|1900-|0000-/

/** Words after which a mark is spoken of, not left behind. */
const MENTION =
  /\b(?:the|a|an|every|each|any|old|our|no|this|that|with|marked|format|formatted as|as|in|called|says|said|comment|comments)\s+["“'`]?$/i

function* tokensIn(text: string, isHeading: boolean): Iterable<Span> {
  for (const [hint, token] of TOKENS) {
    if (!hint.test(text)) continue
    for (const match of text.matchAll(token)) {
      const before = text.slice(Math.max(0, match.index - 24), match.index)
      const isWord = /^[A-Z]{3,5}$/.test(match[0])
      if (
        isWord &&
        (MENTION.test(before) || /^\s*(?:list|comment|item)s?\b/i.test(text.slice(match.index + match[0].length)))
      )
        continue
      if (/^[A-Za-z?{[]/.test(match[0]) && /\bformat(?:ted)?(?: (?:is|as|of|like|in))?:?\s*["“(]?$/i.test(before))
        continue
      // A name in brackets is a name.
      if (/^\[[A-Z][^\]]*[a-z]/.test(match[0]) && !GENERIC.test(match[0])) continue
      if (isHeading && isWord && /^TODO$/.test(match[0])) continue
      yield {start: match.index, end: match.index + match[0].length}
    }
  }
}

/** The source with code, HTML and link targets blanked out, at the same length. */
function withoutCode(source: string, nodes: readonly PhrasingContent[], start: number): string {
  let text = source
  const blank = ({start: from, end: to}: Span): void => {
    text = text.slice(0, from - start) + ' '.repeat(to - from) + text.slice(to - start)
  }
  const visit = (node: Nodes): void => {
    if (node.type === 'inlineCode' || node.type === 'html' || node.type === 'image') blank(spanOf(node))
    else if (node.type === 'link') {
      const last = node.children.at(-1)
      const from = last ? spanOf(last).end : spanOf(node).start
      blank({start: from, end: spanOf(node).end})
      node.children.forEach(visit)
    } else if ('children' in node) node.children.forEach(visit)
  }
  if (/[`<([]/.test(source)) nodes.forEach(visit)
  return text
}

function* htmlIn(nodes: readonly PhrasingContent[]): Iterable<Html> {
  for (const node of nodes) {
    if (node.type === 'html') yield node as Html
    else if ('children' in node) yield* htmlIn(node.children)
  }
}

/** `<add name here>` is a tag to Markdown. Real elements have a name that HTML knows, or attributes with values. */
const isFillIn = (value: string): boolean =>
  /^<(?:insert|add|your|describe|fill|enter|provide|replace|date|link|url|owner|service|team|severity|number|reason|description|placeholder)(?:[ -][\p{L}\p{N}' -]{1,60})?>$/iu.test(
    value,
  ) && !/[=/]/.test(value.slice(1, -1))
