import type {Span} from '../../text/span.ts'
import {trimmed} from '../../text/span.ts'
import {masked} from './inline.ts'
import {isPast} from './status.ts'
import {verbOf} from './words.ts'
import {WORDS} from './words.generated.ts'

const ABBREVIATION = /(?:\b(?:e\.g|i\.e|etc|vs|cf|approx|no|dr|mr|ms|st|fig|incl|resp)|\b\p{Lu})\.$/iu

/** The sentences of a paragraph; enough for telling promises from explanations. */
export function sentencesOf(source: string, span: Span): Span[] {
  const text = masked(source.slice(span.start, span.end))
  const result: Span[] = []
  let start = 0
  for (const end of text.matchAll(/[.!?]+["'”’)\]*_]*(?=\s+["'“‘(*_`[]*[\p{Lu}\d`])/gu)) {
    const to = end.index + end[0].length
    if (ABBREVIATION.test(text.slice(start, end.index + 1))) continue
    result.push({start, end: to})
    start = to
  }
  result.push({start, end: text.length})
  return result
    .map((one) => trimmed(source, {start: span.start + one.start, end: span.start + one.end}))
    .filter((one) => one.end > one.start)
}

const LEAD =
  /^(?:(?:therefore|additionally|also|finally|first(?:ly)?|second(?:ly)?|third(?:ly)?|next|then|lastly|moreover|furthermore|meanwhile|in addition|in parallel|in the (?:long|longer|short|medium) term|long(?:er)?[- ]term|short[- ]term|going forward|in (?:the )?future|moving forward|as a result|as (?:a )?(?:next|first) step|for now|in particular|as an? [^,]{1,60}(?=,)|s\w{0,2}ould there be [^,]{1,140}(?=,)|and|but|so|to (?:prevent|avoid|mitigate|address|improve|help|make|reduce|ensure|guard|detect|catch|do)\b[^,]{1,90}),?\s+)+/i

const ADVERB = '(?:(?:also|therefore|now|already|both|all|currently|further|soon|then|still|always|immediately)\\s+)*'

const MODAL = `(?:will|shall|should|must|could|needs? to|has to|have to|wants? to|would like to|plans? to|intends? to|aims? to|commits? to|agree to|'ll|(?:is|are) ${ADVERB}(?:going to|planning(?: to| for| on)?|working (?:on|to|towards)|looking (?:at|into|to)|hoping to|exploring|investigating|adding|building|implementing|evaluating|considering|reviewing|improving|developing|creating|migrating|moving|changing|updating|introducing|rolling|focused on|committed to)|(?:has|have) ${ADVERB}(?:begun|started))`

const OPINION = '(?:agree|believe|think|feel)(?: that)? we\\s+'

/** `We will add …`, `the infrastructure team plans to …`. The group is the verb behind the promise. */
const WE = new RegExp(
  `^(?:we|i|(?:the |our )?[\\w.&' -]{0,40}?\\b(?:team|teams|group|foundation|crew|maintainers|engineers|developers))\\s*(?<=\\w\\s|we)${ADVERB}(?:${OPINION})?${ADVERB}${MODAL}(?![\\w-])\\s*${ADVERB}(?:be |not |never |continue to |start to )*([\\w-]+)?`,
  'i',
)

/** `Cloud Platform will re-iterate …`: a name before a promise. What users and systems will do is no promise. */
const NAMED = new RegExp(
  `^(?!(?:this|that|it|these|those|they|there|he|she|you|your|if|when|while|as|because|since|although|though|who|which|what|how|why|where|users?|customers?|anyone|nobody|no one)\\b)[^,.;:!?]{2,70}?\\s(?:will|intends? to|plans? to|is going to|are going to|(?:is|are) planning(?: to| for)?|(?:is|are) working (?:on|to))\\s+${ADVERB}([\\w-]+)`,
  'i',
)

/** What a thing does of its own, so that “X will …” describes it and promises nothing. */
const STATE =
  /^(?:allow|contain|require|help|continue|mean|involve|use|make|need|take|receive|see|work|run|show|return|fail|become|remain|lead|result|cause|ensure|be|have|give|get|find|look|keep|expire|apply|appear|include|depend|enable|catch|prevent|reduce|increase|serve|support|accept|trigger|stop|start|send|go|come|happen|occur|not|no|never|still|only|likely|probably|detect|alert|notify|improve|provide|scale|handle|follow|avoid|report|reject|retry|wait|wake|page|restart|try|cover|list|force|block|benefit|experience|notice|know|understand|want|wish|like|hope)$/i

const PASSIVE =
  /^(?!(?:this|that|it|these|those|they|there|he|she)\s+(?:will|is|are|should|must|can|may|has|have|was|were|shall|would|could|might|means?|allows?|makes?|ensures?|gives?|helps?|lets?|includes?|requires?|leads?|causes?|results?|way)\b)(?!(?:you|your|if|when|while|as|because|since|although|though|who|which|what|how|why|where|users?|customers?|anyone|nobody|no one|it|they|there)\b)[^.;:!?]{3,110}?\b(?:(?:will|must|should|shall|needs? to|has to|have to|is to|are to|can)\s+(?:also |now |soon |then |always |instead )?be|(?:is|are) (?:being|planned|scheduled|currently being|now being|to be))\s+(?:also |now |soon |fully |automatically )?([\w-]+)/i

/** `A temporary exclusion was added`, where the verb is a change. */
const PASSIVE_DONE =
  /^(?!(?:this|that|it|these|those|they|there|he|she)\s+(?:was|were|has|have)\b)(?!(?:you|if|when|while|as|because|since|although|though|who|which|what|how|why|where|it|they|there|after|before|at|on|in|during|once)\b)[^,.;:!?]{3,110}?\b(?:was|were|has been|have been)\s+(?:also |now |since |already |then |immediately )?([\w-]+)/i

/** `The monitor should page more people`, `There must be a second reviewer`. What users and the thing itself should do is no task. */
const SHOULD =
  /^(?!(?:this|that|it|these|those|they|he|she)\s+(?:should|must|needs?|ought)\b)(?!(?:you|your|if|when|while|as|because|since|although|though|who|which|what|how|why|where|users?|customers?|anyone|nobody|no one)\b)[^,.;:!?]{2,90}?\s(?:should|must|needs? to|ought to)\s+[\w-]+/i

/** `It would be useful to have …` */
const WISH =
  /^(?:it|this) would (?:also )?be (?:useful|good|nice|helpful|great|better|worth\w*|ideal|beneficial) (?:to|if|for)\b/i

/** `… (fixed by adding a second check)` behind what was found. */
const SETTLED =
  /\((?:fixed|added|filed|done|resolved|implemented|created|merged|opened|tracked|completed|deployed|removed|updated)\b[^()]*\)\.?$/i

/** Whether a paragraph ends in what became of it: `(filed #12)`, `(fixed by …)`. */
export const isSettled = (source: string): boolean => SETTLED.test(source.trimEnd())

/** `The proper fix is to change …` */
const REMEDY =
  /^(?:the|our) (?:[\w-]+ ){0,2}(?:fix|solution|remedy|answer|plan|goal|step|mitigation|improvement),?\s(?:here |for this |to this )?(?:is|will be) to ([\w-]+)/i

/** `Continuous training of all employees will help …` */
const NOMINAL =
  /^(?:[\w-]+ ){0,2}(?:training|testing|monitoring|implementation|introduction|development|creation|addition|review|audits?|migration|automation|adoption|use|validation|documentation|replacement|removal|separation|logging|alerting)\s[^.]*?\bwill (?:help|allow|enable|make|reduce|improve|prevent|ensure|strengthen|increase|give|catch|detect)\b/i

const OWN_ACT =
  /^(?:we|i)(?:'ve| have)?(?: (?:also|now|already|since|therefore|immediately|subsequently))*\s+(?:have\s+)?(?:also |now |already )?([\w-]+)(?:\s+(?:the |all |our |several |a number of |many |some |various |immediate |necessary |these |important )*(steps|measures|actions|remediations?|improvements|changes)\b)?/i

/** Verbs after “we will” that say more about an item instead of naming one. */
const TELLING =
  /^(?:decide|deciding|share|sharing|announce|announcing|elaborate|describe|involve|include|mean|help|remain|know|see|find|get|have|feel|hope|like|reiterate|thank|apologi[sz]e|appreciate|keep|provide|post|publish|let|do|take|make|continue|be|become|look forward)$/i

/** Changes that “we …ed” reports as done. */
const CHANGE = new Set([
  'add',
  'create',
  'implement',
  'introduce',
  'deploy',
  'fix',
  'update',
  'upgrade',
  'increase',
  'change',
  'replace',
  'remove',
  'disable',
  'enable',
  'migrate',
  'switch',
  'configure',
  'automate',
  'tighten',
  'document',
  'patch',
  'rework',
  'revoke',
  'rotate',
  'restrict',
  'limit',
  'install',
  'move',
  'rewrite',
  'refactor',
  'adjust',
  'tweak',
  'harden',
  'reset',
  'rescope',
  'reconfigure',
  'redesign',
  'establish',
  'extend',
  'expand',
  'enforce',
  'block',
  'pin',
  'isolate',
  'separate',
  'improve',
  'advise',
  'enhance',
  'strengthen',
  'simplify',
  'build',
  'split',
  'scale',
  'test',
])

/** Whether a sentence promises a change or reports one; “this will involve …” and “you should …” do not. */
export function commits(sentence: string): boolean {
  const text = readable(sentence).replace(LEAD, '').trim()
  if (isCounterfactual(text) || /^(?:you|your|if you|note|please note)\b/i.test(text)) return false
  if (startsWithVerb(text)) return true
  const promise = WE.exec(text)
  if (promise) return !(promise[1] && TELLING.test(promise[1]) && !/\bcontinue\b/i.test(promise[0]))
  if (PASSIVE.test(text) || NOMINAL.test(text) || SHOULD.test(text) || WISH.test(text)) return true
  const remedy = REMEDY.exec(text) ?? NAMED.exec(text)
  if (remedy)
    return (
      /planning|working|intend|plans?\b/i.test(remedy[0]) ||
      (verbOf(remedy[1]!)?.form === 'base' && !STATE.test(remedy[1]!)) ||
      REMEDY.test(text)
    )
  const done = OWN_ACT.exec(text)
  if (done) return !done[2] && isChange(done[1]!)
  return isChange(PASSIVE_DONE.exec(text)?.[1] ?? '')
}

const isChange = (word: string): boolean => {
  const verb = verbOf(word)
  return verb?.form === 'past' && CHANGE.has(verb.base)
}

const readable = (sentence: string): string =>
  sentence
    .replace(/!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])?/g, '$1')
    .replace(/[*_`"“”]/g, '')
    .replace(/’/g, "'")
    .replace(/\s+/g, ' ')
    .trim()

/** “We should have …”, “If we had …”: looks back and promises nothing. “It should have an alert” does. */
export function isCounterfactual(text: string): boolean {
  const perfect =
    /\b(?:should|could|would|might|must)(?:n't| not)? (?:not |also |likely |probably )*have (?:\w+ly |also |never |not )?([a-z-]+)/i.exec(
      text,
    )
  return (perfect !== null && isPast(perfect[1]!)) || /^if (?:we|i|it|the \w+) had\b/i.test(text)
}

/** `Secondly, we'll add a manual override`: what a narrative without sections promises, and no “we will keep you posted”. */
export function vows(sentence: string): boolean {
  const text = readable(sentence).replace(LEAD, '').trim()
  const verb = /^we(?:'ll| will| are going to| plan to| intend to)\s+(?:also |now |soon |therefore )*([\w-]+)/i.exec(
    text,
  )?.[1]
  return verb !== undefined && CHANGE.has(verb.toLowerCase()) && !/\byour?\b/i.test(text)
}

/** An imperative: a known verb in its base form first, and no noun that is written the same. */
export function startsWithVerb(text: string): boolean {
  const words = text
    .replace(
      /^(?:please|also|then|and|maybe|perhaps|possibly|temporarily|permanently|automatically|properly|actually|immediately|further|periodically|regularly|always|manually|only|just|not|never|don't|do not|carefully|clearly|closely|quickly|explicitly|continuously|proactively|gradually|eventually|soon)\s+/i,
      '',
    )
    .split(/\s+/)
  const first = words[0]?.replace(/[^\p{L}\p{N}-]/gu, '') ?? ''
  if (/^(?:avoid|set up|be|do|have|start)$/i.test(first)) return true
  const verb = verbOf(first)
  if (verb?.form !== 'base') return false
  // “Access to the cluster …”, “Test coverage is …”, “Alert fatigue made …”
  return (
    !/^(?:of|is|are|was|were|has|had|will|should|coverage|fatigue|to|that|which|who)$/i.test(words[1] ?? '') ||
    /^(?:look|switch|move|add|change|migrate|talk|send|try|plan|agree|ensure|make)$/i.test(first)
  )
}

/** Whether it begins with the -ing form of an action verb. */
export const startsWithGerund = (text: string): boolean =>
  verbOf(text.split(/[\s:,]+/)[0]?.replace(/[^\p{L}-]/gu, '') ?? '')?.form === 'gerund'

const MARKER = new RegExp(
  `^(?:[*_]{1,3})?(${WORDS.markers.map((marker) => marker.replace(/[- ]/g, '[- ]')).join('|')})(?:\\s+(?:#?\\d+|for [\\w@ ]{1,30}))?(?:[*_]{1,3})?\\s*:(?:[*_]{1,3})?\\s*(?=\\S)`,
  'i',
)

/** `Action item:` and the like in front of a paragraph. `isSure` where nothing else is meant in any section. */
export function markerOf(source: string): {length: number; isSure: boolean} | undefined {
  const match = MARKER.exec(source)
  return match
    ? {length: match[0].length, isSure: /^(?:action (?:item|point)|next action)$/i.test(match[1]!)}
    : undefined
}
