import type {Detection, LanguageContext} from '../detection.ts'
import {isIn} from '../lexicon.ts'
import type {Sentence} from '../sentence.ts'
import {isHuman} from '../subject.ts'
import type {Token} from '../token.ts'
import type {VerbGroup} from '../verb-groups.ts'
import {isParticiple, nounPhraseStartingAt} from '../verb-groups.ts'
import {subjectOf} from '../vocabulary.ts'
import {hasReason} from './counterfactual.ts'

const RULE = 'agentless-passive'

/** Somebody's act in the causal chain told without the somebody: passives, and tools that act on their own (catalogue L13). */
export function* agentless(sentence: Sentence, context: LanguageContext): Iterable<Detection> {
  if (sentence.isQuestion) return
  const {tokens} = sentence
  if (
    !tokens.some(
      (token) =>
        token.tag === 'VERB' &&
        (token.form === 'ed' || token.form === 'participle' || token.form === 'past' || token.form === 'base'),
    )
  )
    return
  for (const group of sentence.groups) {
    if (tokens[group.head]!.quoted) continue
    const found = passive(sentence, group, context) ?? tool(sentence, group, context)
    if (!found) continue
    const isTold =
      namesActor(sentence, context) ||
      (context.previous && namesPerson(context.previous, context) && !isListed(sentence))
    if (!isTold) yield found
    return
  }
}

/** A list item stands for itself; the item before may speak of other people. */
const isListed = (sentence: Sentence): boolean => sentence.kind === 'list-item' && sentence.startsItem

/** Any person, role or team that does something in the sentence, or an agent named with “by”. */
function namesActor(sentence: Sentence, context: LanguageContext): boolean {
  const {tokens} = sentence
  for (const group of sentence.groups) {
    const subject = subjectOf(tokens, group.subjectTokens, context.vocabulary, group)
    if (isHuman(subject) && subject!.kind !== 'they' && !group.passive && isIn(group.lemma, ...ACTS)) return true
  }
  return false
}

/** The sentence before may introduce the actor in any way. */
function namesPerson({tokens, groups}: Sentence, context: LanguageContext): boolean {
  return groups.some((group) => {
    const subject = subjectOf(tokens, group.subjectTokens, context.vocabulary, group)
    return isHuman(subject) && subject!.kind !== 'they' && subject!.kind !== 'indefinite'
  })
}

/** What makes a person in the sentence an actor; owning, knowing and suffering do not. */
const ACTS = ['human-act', 'harmful-act', 'response-act', 'oversight', 'communication'] as const

function isAgentAt(tokens: readonly Token[], at: number, context: LanguageContext): boolean {
  const phrase = nounPhraseStartingAt(tokens, at)
  if (!phrase || tokens[at]?.tag === 'NUM') return false
  const head = tokens[phrase.head]!
  if (
    /^(?:hand|mistake|accident|error|default|design|time|then|chance|day|night|hour|minute|mail|phone|email|itself|way|means|reference|name|side|law|far|percent|factor|noon|midnight|morning|evening|monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?$/.test(
      head.lower,
    )
  )
    return false
  const subject = subjectOf(tokens, phrase, context.vocabulary)
  // “by a clean-up script”: a tool that nobody started is no better than nobody.
  if (/^(?:a|an|some)$/.test(tokens[at]!.lower) && TOOL.test(head.lower)) return false
  return isHuman(subject) || subject?.kind === 'system' || subject?.kind === 'outsider' || head.tag === 'NAME'
}

/** Words that mark the act as the thing that went astray. */
const ASTRAY =
  /^(?:wrong|wrongly|incorrect|incorrectly|outdated|stale|mistaken|mistakenly|accidentally|accidental|inadvertently|inadvertent|unintentionally|unknowingly|prematurely|untested|unreviewed|unapproved|unannounced|unsigned|erroneous|erroneously|faulty|twice|obsolete|reversed|reverse|backwards|somehow|improperly|unfinished|half-finished|manually|misconfigured|hastily|misspelt|misspelled|mislabelled|deceased|meant|without)$/

/** What attackers do; the words say themselves that somebody from outside did it. */
const BY_ATTACKER = /^(?:compromise|breach|hack|exploit|steal|exfiltrate|phish|hijack|deface|backdoor)$/

/** What systems do to each other all day; a passive of these hides nobody. */
const BY_SYSTEM =
  /^(?:drop|disconnect|break|evict|kill|terminate|reject|throttle|block|queue|log|emit|trigger|schedule|store|cache|replicate|route|serve|affect|impact|lose|expose|degrade|saturate|exhaust|overload|cause|delay|process|retry|redirect|charge|bill|corrupt|limit|interrupt|lock|page|alert|cancel|resolve|detect|notify|show|observe|receive|see|report|publish|hit|reach|leak|refuse|return|fill|load|truncate|suppress|strip|buffer|overwhelm|make|mark)$/
const AUTOMATIC_SUBJECT =
  /^(?:request|packet|connection|session|pod|message|event|traffic|transaction|query|job|task|user|customer|client|order|payment|call|data|log|metric|alert|alarm|page|node|instance|process|container|write|read|byte|record|email|e-mail|mail|notification|response|block|capacity|memory|cpu|error|service|system|incident|issue|problem|ticket|outage|report|investigation|fix|update|patch|action|meeting|call|bridge|feature|file|line|invoice|letter|row|entry|page)s?$/
const SECTIONS = new Set([
  'causes',
  'trigger',
  'summary',
  'timeline',
  'poor',
  'detection',
  'background',
  'response',
  'lessons',
  'impact',
  'resolution',
])

function passive(sentence: Sentence, group: VerbGroup, context: LanguageContext): Detection | undefined {
  const {tokens} = sentence
  const {section} = context
  if (section && !SECTIONS.has(section)) return undefined
  const isShort = !group.passive && isReducedPassive(tokens, group, sentence)
  if (!(group.passive || isShort) || group.modal || group.kind === 'infinitive') return undefined
  const first = tokens[group.start]!.lower
  if (group.passive && !/^(?:was|were|got|get|had)$/.test(first)) return undefined
  const {lemma} = group
  const subject = subjectOf(tokens, group.subjectTokens, context.vocabulary, group)
  if (isHuman(subject) || subject?.kind === 'outsider' || BY_ATTACKER.test(lemma)) return undefined
  if (tokens[group.end]?.lower === 'by' && isAgentAt(tokens, group.end + 1, context)) return undefined
  // “was no longer served”: how things stood.
  if (group.negated && tokens.slice(group.start, group.head).some(({lower}) => lower === 'longer')) return undefined
  if (group.negated && group.passive)
    return /^(?:resolution|response|impact|lessons|well)$/.test(section ?? '') ||
      !isLeftUndone(lemma, subject?.head.lower) ||
      subject === undefined ||
      hasReason(tokens, group)
      ? undefined
      : found(sentence, group, 'undone')
  const particle = tokens[group.end]?.lower ?? ''
  if (
    tokens.some(
      (token, i) =>
        token.lower === 'by' &&
        subjectOf(tokens, nounPhraseStartingAt(tokens, i + 1), context.vocabulary)?.kind === 'system' &&
        !/^(?:a|an|some)$/.test(tokens[i + 1]?.lower ?? ''),
    )
  )
    return undefined
  if (
    hasAutomation(tokens) ||
    (isIn(lemma, 'response-act') && !isIn(lemma, 'harmful-act')) ||
    (/^(?:back|up|down|over|out|off)$/.test(particle) && isIn(`${lemma}-${particle}`, 'response-act'))
  )
    return undefined
  const near = tokens.slice(group.subjectTokens?.start ?? group.start, group.end + 7)
  const astray =
    near.some((token) => ASTRAY.test(token.lower)) ||
    near.some((token, i) => token.lower === 'by' && /^(?:hand|mistake|accident|error)$/.test(near[i + 1]?.lower ?? ''))
  if (
    !astray &&
    (hasReason(tokens, group) ||
      tokens.some((token) => /^(?:knew|believed|assumed|reported|supposedly|apparently)$/.test(token.lower)))
  )
    return undefined
  const strict =
    section === 'impact' ||
    section === 'resolution' ||
    section === 'response' ||
    section === 'background' ||
    section === undefined
  if (/^(?:miss|overlook|forget|neglect)$/.test(lemma)) return found(sentence, group, 'passive')
  if (group.negated) return undefined
  const head = subject?.head.lower ?? ''
  const switched = first === 'had' && /^(?:disable|mute|silence|switch|turn|unplug|comment)$/.test(lemma) && !strict
  if (!switched && (BY_SYSTEM.test(lemma) || (AUTOMATIC_SUBJECT.test(head) && !astray)))
    return astray && isIn(lemma, 'harmful-act') && !AUTOMATIC_SUBJECT.test(head)
      ? found(sentence, group, 'passive')
      : undefined
  if (isIn(lemma, 'harmful-act')) return !strict || astray ? found(sentence, group, 'passive') : undefined
  if (
    isIn(lemma, 'human-act', 'oversight') &&
    astray &&
    (!strict ||
      hasHarm(sentence, context) ||
      hasConsequence(sentence, group) ||
      tokens.slice(group.start, group.end).some((token) => token.tag === 'ADV' && ASTRAY.test(token.lower)))
  )
    return found(sentence, group, 'passive')
  const analytic = section === 'causes' || section === 'trigger'
  if (
    (analytic || section === 'summary') &&
    (isIn(lemma, 'harmful-act') || (section === 'trigger' && isIn(lemma, 'human-act'))) &&
    (isShort || isMainClause(sentence, group)) &&
    hasConsequence(sentence, group)
  )
    return found(sentence, group, 'passive')
  if (analytic && CAUSAL.test(lemma) && isMainClause(sentence, group) && tokens[group.start]!.lower !== 'had')
    return found(sentence, group, 'passive')
  return undefined
}

const found = (sentence: Sentence, group: VerbGroup, form: string): Detection => ({
  rule: RULE,
  span: {start: sentence.tokens[group.start]!.start, end: sentence.tokens[group.end - 1]!.end},
  form,
})

/** What was left undone, in the passive: “had not been renewed”, “was never declared”. */
const LEFT_UNDONE =
  /^(?:update|remove|configure|follow|declare|renew|rotate|revert|document|test|review|communicate|announce|enable|migrate|clean|escalate|monitor|check|verify|install|notify|inform|rehearse|patch|assign|close|hand|set|consider|reset|re-enable|switch|turn|plug|connect|back|archive|label|sign|approve|restore)$/

const isLeftUndone = (lemma: string, head: string | undefined): boolean =>
  LEFT_UNDONE.test(lemma) || (lemma === 'apply' && /^(?:fix|hotfix|patch|update|upgrade|migration)$/.test(head ?? ''))

/** “…, and sixty trucks stood at the gate”, “…, so nothing remained to restore”: the act is told for what followed from it. */
function hasConsequence(sentence: Sentence, group: VerbGroup): boolean {
  const {tokens} = sentence
  for (let i = group.end; i < tokens.length - 2; i++) {
    const token = tokens[i]!
    const next = tokens[i + 1]!.lower
    if (
      token.text === ',' &&
      /^(?:and|so|which|hence|therefore|thus|leaving|taking|putting|cutting|making|causing|sending)$/.test(next)
    )
      return true
    if (
      /^(?:so|hence|therefore|consequently|whereupon)$/.test(token.lower) &&
      sentence.groups.some((other) => other.start > i && other.kind === 'finite')
    )
      return true
    if (
      token.lower === 'and' &&
      sentence.groups.some(
        (other) => other.start > i && other.kind === 'finite' && isIn(other.lemma, 'harmful-act', 'harm', 'system-act'),
      )
    )
      return true
  }
  return false
}

/** Changes that set causes, even where nothing in the sentence calls them wrong. */
const CAUSAL =
  /^(?:modify|change|apply|push|execute|run|enter|upload|disable|edit|rename|overwrite|paste|type|swap|alter|adjust|tweak|bypass|skip|lower|loosen|comment)$/

const isMainClause = (sentence: Sentence, group: VerbGroup): boolean =>
  group.kind === 'finite' &&
  !group.relative &&
  sentence.groups.find((other) => other.kind === 'finite') === group &&
  !sentence.tokens.slice(0, group.start).some((token) => token.tag === 'SUB')

/** “wrong image tagged as stable” in a list or a timeline, where the auxiliary is left out. */
function isReducedPassive(tokens: readonly Token[], group: VerbGroup, sentence: Sentence): boolean {
  const verb = tokens[group.head]!
  return (
    sentence.kind !== 'paragraph' &&
    sentence.startsItem &&
    group.start === group.head &&
    isParticiple(verb) &&
    sentence.groups[0] === group &&
    group.subjectTokens !== undefined &&
    isNoObject(tokens[group.end])
  )
}

const isNoObject = (next: Token | undefined): boolean =>
  next === undefined ||
  next.tag === 'PUNCT' ||
  next.tag === 'PREP' ||
  next.tag === 'TO' ||
  next.tag === 'ADV' ||
  next.tag === 'SUB' ||
  next.tag === 'CONJ'

const PERIODIC = /^(?:nightly|hourly|daily|weekly|monthly)$/
const JOB =
  /^(?:job|jobs|run|script|task|backup|build|sync|clean-up|cleanup|export|import|batch|vacuum|compaction|rotation|update|rollup|report|sweep|purge|migration|process|pipeline)$/

const hasAutomation = (tokens: readonly Token[]): boolean =>
  tokens.some(
    (token, i) => PERIODIC.test(token.lower) && tokens.slice(i + 1, i + 4).some((other) => JOB.test(other.lower)),
  ) ||
  tokens.some((token) =>
    /^(?:automatically|automatic|auto|cron|cronjob|scheduled|scheduler|autoscaler|autoscaling|controller|operator-managed|bot|dependabot|renovate|pipeline|argo|argocd|flux|lifecycle|retention|by-design)$/.test(
      token.lower,
    ),
  )

/** Evidence in the sentence or around it that the act did harm. */
function hasHarm(sentence: Sentence, context: LanguageContext): boolean {
  if (context.section === 'trigger' || context.section === 'causes') return true
  const harmful = (one: Sentence | undefined): boolean =>
    one?.tokens.some(
      (token) =>
        isIn(token.lemma, 'harm') ||
        /^(?:wrong|incorrect|accidentally|mistakenly|inadvertently|broke|stopped|failed|crashed|down|offline|lost)$/.test(
          token.lower,
        ),
    ) ?? false
  return harmful(sentence) || harmful(context.next)
}

const TOOL =
  /^(?:script|query|command|apply|delete|drop|update|migration|statement|one-liner|cleanup|clean-up|playbook|tool|macro|regex|wildcard|job|import|export|rm|cronjob|batch|console|shell|restart|operation|upload|upgrade|deploy|deployment|rollout|push|change|patch|edit|rename|test|notebook|backfill|purge|sweep|copy|sync|bulk-edit)$/

/** “A script dropped the orders table”: a tool with nobody at it, no schedule and no trigger. */
function tool(sentence: Sentence, group: VerbGroup, context: LanguageContext): Detection | undefined {
  const {tokens} = sentence
  const {section} = context
  if ((section && !SECTIONS.has(section)) || section === 'response' || section === 'resolution') return undefined
  if (group.passive || group.modal || group.negated || group.kind !== 'finite' || !group.past || !group.subjectTokens)
    return undefined
  const {start, head} = group.subjectTokens
  const article = tokens[start]!
  if (!/^(?:a|an|some|one)$/.test(article.lower) || !TOOL.test(tokens[head]!.lower)) return undefined
  if (
    tokens.some(
      (token, i) =>
        token.lower === 'by' &&
        subjectOf(tokens, nounPhraseStartingAt(tokens, i + 1), context.vocabulary)?.kind === 'system' &&
        !/^(?:a|an|some)$/.test(tokens[i + 1]?.lower ?? ''),
    )
  )
    return undefined
  if (
    hasAutomation(tokens) ||
    tokens.some(
      (token) =>
        /^(?:triggered|started|scheduled|launched|run|executed|issued|by|from)$/.test(token.lower) &&
        tokens.indexOf(token) < group.start,
    )
  )
    return undefined
  if (
    !isIn(group.lemma, 'harmful-act') &&
    !/^(?:delete|remove|drop|wipe|erase|purge|lock|overwrite|truncate|kill|empty|flush|reset|disable|corrupt|rename|move|detach|keep|take|set|replace|clear|stop|break|scramble|double|duplicate|send|mail|charge|unpublish|revoke|close|shut|block|reassign)$/.test(
      group.lemma,
    )
  )
    return undefined
  if (
    /^(?:change|deploy|deployment|rollout|upgrade|patch|push|restart|test)$/.test(tokens[head]!.lower) &&
    !isIn(group.lemma, 'harmful-act')
  )
    return undefined
  return found(sentence, group, 'tool')
}
