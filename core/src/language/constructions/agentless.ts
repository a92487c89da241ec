import type {Detection, LanguageContext} from '../detection.ts'
import {isIn} from '../lexicon.ts'
import type {Sentence} from '../sentence.ts'
import {isHuman} from '../subject.ts'
import type {Token} from '../token.ts'
import type {VerbGroup} from '../verb-groups.ts'
import {isParticiple, nounPhraseStartingAt} from '../verb-groups.ts'
import {subjectOf} from '../vocabulary.ts'
import {followsFromReason, hasReason, isConsequenceOf} from './counterfactual.ts'

const RULE = 'agentless-passive'

/** Somebody's act in the causal chain told without the somebody: passives, and tools that act on their own (catalogue L13). */
export function agentless(sentence: Sentence, context: LanguageContext): Detection[] {
  if (sentence.isQuestion || (context.section && !SECTIONS.has(context.section))) return []
  const {tokens} = sentence
  if (
    !tokens.some(
      (token) =>
        token.tag === 'VERB' &&
        (token.form === 'ed' || token.form === 'participle' || token.form === 'past' || token.form === 'base'),
    )
  )
    return []
  for (const group of sentence.groups) {
    if (tokens[group.head]!.quoted) continue
    const found = passive(sentence, group, context) ?? tool(sentence, group, context)
    if (!found) continue
    const isTold =
      namesActor(sentence, context) ||
      (context.previous && namesPerson(context.previous, context) && !isListed(sentence)) ||
      tellsOfAttack(context.previous) ||
      tellsOfAttack(context.next)
    return isTold ? [] : [found]
  }
  return []
}

/** A list item stands for itself; the item before may speak of other people. */
const isListed = (sentence: Sentence): boolean => sentence.kind === 'list-item' && sentence.startsItem

/** Any person, role or team that does something in the sentence, or an agent named with “by”. */
function namesActor(sentence: Sentence, context: LanguageContext): boolean {
  const {tokens} = sentence
  for (const group of sentence.groups) {
    const subject = subjectOf(tokens, group.subjectTokens, context.vocabulary, group)
    if (
      isHuman(subject) &&
      subject!.kind !== 'they' &&
      !group.passive &&
      group.lemma !== 'lose' &&
      isIn(group.lemma, ...ACTS)
    )
      return true
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

/** Between sentences about an attacker, that is who did it. */
const tellsOfAttack = (sentence: Sentence | undefined): boolean =>
  sentence?.tokens.some(({lower}) =>
    /^(?:attacker|attackers|adversary|intruder|intruders|hacker|hackers)$/.test(lower),
  ) ?? false

/** What makes a person in the sentence an actor; owning, knowing and suffering do not. */
const ACTS = ['human-act', 'harmful-act', 'response-act', 'oversight', 'communication'] as const

function isAgentAt(tokens: readonly Token[], at: number, context: LanguageContext): boolean {
  const phrase = nounPhraseStartingAt(tokens, at)
  if (!phrase || tokens[at]?.tag === 'NUM') return false
  const head = tokens[phrase.head]!
  if (
    /^(?:hand|mistake|accident|error|default|design|time|then|chance|day|night|hour|minute|mail|phone|email|e-mail|fax|itself|way|means|reference|name|side|law|far|percent|factor|noon|midnight|morning|evening|monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?$/.test(
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
  /^(?:wrong|wrongly|incorrect|incorrectly|outdated|stale|mistaken|mistakenly|accidentally|accidental|inadvertently|inadvertent|unintentionally|unknowingly|prematurely|untested|unreviewed|unapproved|unannounced|unsigned|erroneous|erroneously|faulty|twice|obsolete|reversed|reverse|backwards|somehow|improperly|unfinished|half-finished|dirty|unverified|unchecked|unvalidated|unauthorised|unauthorized|manually|misconfigured|hastily|misspelt|misspelled|mislabelled|deceased|meant|without|instead|wrong-.+)$/

/** Where a step of the recovery is told, these words name what it put right, and a hand is only how. */
const PUT_RIGHT =
  /^(?:wrong|incorrect|outdated|stale|faulty|erroneous|obsolete|misconfigured|misspelt|misspelled|mislabelled|manually|unfinished|half-finished)$/

/** “without review”, “without a backup”, “without checking”; not “without recurrence”. */
const CARE =
  /^(?:an?|any|the|review|approval|tests?|notice|warning|backups?|announcement|permission|consent|authori[sz]ation|verification|validation|checks?|coordination|monitoring|[a-z]+ing)$/

const isWithoutCare = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]!.lower === 'without' && CARE.test(tokens[i + 1]?.lower ?? '')

/** What attackers do; the words say themselves that somebody from outside did it. */
const BY_ATTACKER = /^(?:compromise|breach|hack|exploit|steal|exfiltrate|phish|hijack|deface|backdoor)$/

/** What systems do to each other all day; a passive of these hides nobody. */
const BY_SYSTEM =
  /^(?:drop|disconnect|break|deliver|evict|kill|terminate|reject|throttle|block|queue|log|emit|trigger|schedule|store|cache|replicate|route|serve|affect|impact|lose|expose|degrade|saturate|exhaust|overload|cause|delay|process|retry|redirect|charge|bill|corrupt|limit|interrupt|lock|page|alert|cancel|resolve|detect|notify|show|observe|receive|see|report|publish|hit|reach|leak|refuse|return|fill|load|truncate|suppress|strip|buffer|overwhelm|make|mark)$/
const AUTOMATIC_SUBJECT =
  /^(?:request|packet|connection|handshake|socket|stream|session|pod|message|event|traffic|transaction|query|job|task|user|customer|client|order|payment|call|data|log|metric|alert|alarm|page|node|instance|process|container|write|read|byte|record|email|e-mail|mail|notification|response|block|capacity|memory|cpu|error|service|system|incident|issue|problem|ticket|outage|report|investigation|fix|update|patch|action|meeting|call|bridge|feature|file|line|invoice|letter|row|entry|page|pr|duration|window|downtime)s?$/
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
  const isShort = !group.passive && isReducedPassive(tokens, group, sentence)
  if (!(group.passive || isShort) || group.modal || group.kind === 'infinitive') return undefined
  const first = tokens[group.start]!.lower
  if (group.passive && !/^(?:was|were|got|get|had|has|have)$/.test(first)) return undefined
  const {lemma} = group
  const subject = subjectOf(tokens, group.subjectTokens, context.vocabulary, group)
  if (group.subjectTokens && /^(?:no|none|neither)$/.test(tokens[group.subjectTokens.start]!.lower)) return undefined
  if (isHuman(subject) || subject?.kind === 'outsider' || BY_ATTACKER.test(lemma)) return undefined
  if (tokens[group.end]?.lower === 'by' && isAgentAt(tokens, group.end + 1, context)) return undefined
  // “was no longer served”: how things stood.
  if (group.negated && tokens.slice(group.start, group.head).some(({lower}) => lower === 'longer')) return undefined
  if (group.negated && /^(?:has|have)$/.test(first)) return undefined
  if (tokens.slice(0, group.start).some((token) => token.tag === 'SUB' && token.lower === 'if')) return undefined
  if (group.negated && group.passive)
    return /^(?:resolution|response|impact|lessons|well)$/.test(section ?? '') ||
      !isLeftUndone(lemma, subject?.head.lower) ||
      subject === undefined ||
      isSetUpFor(tokens, group) ||
      hasReason(tokens, group)
      ? undefined
      : found(sentence, group, 'undone')
  const particle = tokens[group.end]?.lower ?? ''
  const harmful = isIn(lemma, 'harmful-act') || isIn(`${lemma}-${particle}`, 'harmful-act')
  if (isBySystem(tokens, context) || hasAutomation(tokens) || opensWithReason(tokens, group)) return undefined
  const recovers = section === 'resolution' || section === 'response'
  const astray = isAstray(tokens, group, recovers, section === 'timeline')
  const analytic = section === 'causes' || section === 'trigger'
  const main =
    isMainClause(sentence, group) || (isShort && !sentence.tokens.slice(0, group.start).some(({tag}) => tag === 'SUB'))
  const consequence = hasConsequence(sentence, group)
  const act = isIn(lemma, 'human-act', 'oversight') || isIn(`${lemma}-${particle}`, 'human-act')
  const isTelling = main && ((consequence && act) || (isTooEarly(sentence, group) && !isTrial(tokens, group)))
  if (
    !astray &&
    !(analytic && isTelling) &&
    ((isIn(lemma, 'response-act') && !harmful) ||
      (!harmful && /^(?:back|up|down|over|out|off)$/.test(particle) && isIn(`${lemma}-${particle}`, 'response-act')))
  )
    return undefined
  if (
    !astray &&
    (hasReason(tokens, group) ||
      followsFromReason(tokens, group) ||
      isAsPlanned(tokens) ||
      tokens.some((token) => /^(?:knew|believed|assumed|reported|supposedly|apparently)$/.test(token.lower)))
  )
    return undefined
  if (/^(?:has|have)$/.test(first) && !astray) return undefined
  const strict = recovers || section === 'impact' || section === 'background' || section === undefined
  if (/^(?:miss|overlook|forget|neglect)$/.test(lemma)) return found(sentence, group, 'passive')
  if (group.negated) return undefined
  const head = subject?.head.lower ?? ''
  // “The limits were hardcoded”: how it is made, unless it lays something open.
  if (/^hard-?code$/.test(lemma) && !SECRET.test(head)) return undefined
  if (analytic && isWrongOne(tokens, group) && (act || isIn(lemma, 'response-act')))
    return found(sentence, group, 'passive')
  if (analytic && main && act && isLaidOpen(tokens, group)) return found(sentence, group, 'passive')
  const switched = first === 'had' && /^(?:disable|mute|silence|switch|turn|unplug|comment)$/.test(lemma) && !strict
  const isLostRecord = !strict && main && consequence && RECORD.test(head) && DESTROYING.test(lemma)
  if (!switched && !isLostRecord && (BY_SYSTEM.test(lemma) || (AUTOMATIC_SUBJECT.test(head) && !astray)))
    return astray && harmful && !AUTOMATIC_SUBJECT.test(head) ? found(sentence, group, 'passive') : undefined
  const restores = harmful && isIn(`${lemma}-${particle}`, 'response-act') && !analytic
  if (harmful && section === 'timeline' && !astray && !consequence && isTwoEdged(tokens, group))
    return found(sentence, group, 'step')
  if (harmful)
    return (!strict && !restores) ||
      astray ||
      (section === 'impact' && main && consequence && /^(?:delete|wipe|erase|overwrite)$/.test(lemma))
      ? found(sentence, group, 'passive')
      : undefined
  if (
    act &&
    astray &&
    (!strict ||
      hasHarm(sentence, context) ||
      consequence ||
      tokens.slice(group.start, group.end).some((token) => token.tag === 'ADV' && ASTRAY.test(token.lower)))
  )
    return found(sentence, group, 'passive')
  if (!main || DESIGN.test(lemma) || /^(?:has|have)$/.test(first)) return undefined
  if ((analytic || section === 'summary') && act && consequence) return found(sentence, group, 'passive')
  if (section === 'trigger' && act && first !== 'had') return found(sentence, group, 'passive')
  if (analytic && act && (isAimedWrong(tokens, group) || (isTooEarly(sentence, group) && !isTrial(tokens, group))))
    return found(sentence, group, 'passive')
  if (analytic && act && first !== 'had' && isDuringWork(tokens, group)) return found(sentence, group, 'passive')
  if (analytic && CAUSAL.test(lemma) && first !== 'had') return found(sentence, group, 'passive')
  return undefined
}

/** In a timeline these lead to harm as often as they end it, unless a tool is named that did it. */
const isTwoEdged = (tokens: readonly Token[], {lemma, end}: VerbGroup): boolean =>
  TWO_EDGED.test(lemma) && tokens[end]?.lower !== 'by'
const TWO_EDGED =
  /^(?:remove|delete|disable|revoke|suspend|switch|turn|block|mute|stop|detach|close|shut|reset|unpublish|withdraw|wipe|ban)$/

/** Acts that tell how a thing is made rather than what was done to it. */
const DESIGN =
  /^(?:configure|build|rebuild|store|format|code|program|write|compile|package|define|declare|provision|plan|schedule|test|train|staff|cover|certify|begin|finish|use|make|hold|relieve)$/

const SECRET = /^(?:credential|password|passphrase|key|token|secret|certificate|login|pin)s?$/
const DESTROYING = /^(?:delete|remove|wipe|erase|overwrite|empty|disable|drop)$/
const RECORD = /^(?:record|file|line|row|entry|page|feature|data|mail|letter|invoice|block|instance|process)s?$/

/** The wrong thing, by mistake, twice: the words that call the act astray stand near it. */
function isAstray(tokens: readonly Token[], group: VerbGroup, recovers: boolean, isTimed: boolean): boolean {
  const near = tokens.slice(group.subjectTokens?.start ?? group.start, group.end + 7)
  const opening = tokens.slice(0, 2)
  // In a timeline steps of the recovery stand beside those that led here, and both are taken by hand.
  const isByHand = !recovers && !isTimed
  const isRepeated = tokens[group.end]?.lower === 'twice' && isByItself(tokens, group)
  return (
    near.some(
      (token, i) =>
        isWithoutCare(near, i) ||
        (ASTRAY.test(token.lower) &&
          !(recovers && PUT_RIGHT.test(token.lower)) &&
          !(isTimed && token.lower === 'manually') &&
          !(isRepeated && token.lower === 'twice')),
    ) ||
    near.some(
      (token, i) =>
        (token.lower === 'by' &&
          (isByHand ? /^(?:hand|mistake|accident|error)$/ : /^(?:mistake|accident|error)$/).test(
            near[i + 1]?.lower ?? '',
          )) ||
        (token.lower === 'rather' && near[i + 1]?.lower === 'than' && !DESIGN.test(group.lemma)),
    ) ||
    (opening[0]?.lower === 'by' && /^(?:mistake|accident|error)$/.test(opening[1]?.lower ?? ''))
  )
}

/** “18,204 orders were executed twice”: what systems do with such things without anybody’s hand. */
const isByItself = (tokens: readonly Token[], {subjectTokens}: VerbGroup): boolean =>
  subjectTokens !== undefined &&
  tokens.slice(subjectTokens.start, subjectTokens.end).some(({lower}) => AUTOMATIC_SUBJECT.test(lower))

/** “pointed at the staging origin”, “pasted into the live vault” */
function isAimedWrong(tokens: readonly Token[], group: VerbGroup): boolean {
  if (
    /^(?:deploy|release|ship|promote|publish|merge|roll|apply|add|install|test|take|move|put|bring)$/.test(group.lemma)
  )
    return false
  return tokens
    .slice(group.end, group.end + 4)
    .some(
      (token, i, after) =>
        /^(?:to|into|onto|against|at|over|on)$/.test(token.lower) &&
        after
          .slice(i + 1, i + 3)
          .some((word) => /^(?:live|production|prod|real|staging|wrong|public)$/.test(word.lower)),
    )
}

/** “before the line was clear”, “before the first had reported” */
function isTooEarly(sentence: Sentence, group: VerbGroup): boolean {
  const {tokens} = sentence
  const before = tokens.findIndex(
    (token, i) => i >= group.end && token.lower === 'before' && tokens[i - 1]?.text !== ',',
  )
  return before >= 0 && sentence.groups.some((other) => other.start > before && other.kind === 'finite')
}

/** “The load test was run before the plug-in was there”, “it was carried out”: when a trial took place. */
const isTrial = (tokens: readonly Token[], {lemma, subjectTokens}: VerbGroup): boolean =>
  /^(?:carry|run|conduct|perform|hold|complete|pass|do)$/.test(lemma) &&
  /^(?:it|this|(?:.+-)?(?:test|review|rehearsal|drill|check|assessment|exercise|audit|inspection|training|survey)s?)$/.test(
    tokens[subjectTokens?.head ?? -1]?.lower ?? '',
  )

/** “the wrong snapshot was restored” */
const isWrongOne = (tokens: readonly Token[], {subjectTokens}: VerbGroup): boolean =>
  subjectTokens !== undefined &&
  tokens.slice(subjectTokens.start, subjectTokens.end).some(({lower}) => /^(?:wrong|incorrect|wrong-.+)$/.test(lower))

/** “published to the public storefront”, “committed to a public gist” */
const isLaidOpen = (tokens: readonly Token[], group: VerbGroup): boolean =>
  tokens
    .slice(group.end, group.end + 4)
    .some(
      (token, i, after) =>
        /^(?:to|into|onto|on|in)$/.test(token.lower) &&
        after.slice(i + 1, i + 3).some(({lower}) => /^(?:public|internet|world)$/.test(lower)),
    )

/** “during the import”, “during the clean-up of the racks” */
const isDuringWork = (tokens: readonly Token[], group: VerbGroup): boolean =>
  tokens.some(
    (token, i) =>
      i >= group.end && token.lower === 'during' && tokens.slice(i + 1, i + 5).some(({lower}) => WORKS.test(lower)),
  )

const WORKS =
  /^(?:import|export|load|bulk-load|migration|clean-?up|maintenance|work|works|drill|upgrade|change|rollout|roll-out|deployment|servicing|service|installation|repair|repairs|move|relocation|shift|hand-?over|inspection|overhaul|refit|replacement|cut-?over|switch-?over|rebuild|backfill|rotation|swap)$/

const isBySystem = (tokens: readonly Token[], context: LanguageContext): boolean =>
  tokens.some(
    (token, i) =>
      token.lower === 'by' &&
      !/^(?:a|an|some|e-mail|email|mail|post|phone|fax|letter|chat)$/.test(tokens[i + 1]?.lower ?? '') &&
      (subjectOf(tokens, nounPhraseStartingAt(tokens, i + 1), context.vocabulary)?.kind === 'system' ||
        /^(?:policy|rule|setting|quota|default|defaults|logic|algorithm|scheme|lifecycle)$/.test(
          tokens[nounPhraseStartingAt(tokens, i + 1)?.head ?? -1]?.lower ?? '',
        )),
  )

/** “as announced”, “as planned” */
const isAsPlanned = (tokens: readonly Token[]): boolean =>
  tokens.some(
    (token, i) =>
      token.lower === 'as' &&
      /^(?:planned|announced|agreed|intended|usual|documented|described|scheduled|specified|required|designed|instructed|requested)$/.test(
        tokens[i + 1]?.lower ?? '',
      ),
  )

/** “Due to a software defect, invoices were issued …”: the act comes with its reason. */
function opensWithReason(tokens: readonly Token[], group: VerbGroup): boolean {
  const [first, second] = tokens
  const opens =
    /^(?:because|since)$/.test(first?.lower ?? '') ||
    (first?.lower === 'as' && first.tag === 'SUB' && second?.lower !== 'if') ||
    (/^(?:due|owing|thanks)$/.test(first?.lower ?? '') && second?.lower === 'to')
  return opens && tokens.slice(0, group.start).some((token) => token.text === ',')
}

const found = (sentence: Sentence, group: VerbGroup, form: string): Detection => ({
  rule: RULE,
  span: {start: sentence.tokens[group.start]!.start, end: sentence.tokens[group.end - 1]!.end},
  form,
})

/** What was left undone, in the passive: “had not been renewed”, “was never declared”. */
const LEFT_UNDONE =
  /^(?:update|remove|configure|follow|declare|renew|rotate|revert|document|test|review|communicate|announce|enable|migrate|clean|escalate|monitor|check|verify|install|notify|inform|rehearse|patch|assign|close|hand|set|consider|reset|re-enable|switch|turn|plug|connect|back|archive|label|sign|approve|restore)$/

/** “was not configured to follow redirects”: how a thing behaves. */
const isSetUpFor = (tokens: readonly Token[], {lemma, start, head, end}: VerbGroup): boolean =>
  lemma === 'configure' && tokens[end]?.tag === 'TO' && !tokens.slice(start, head).some(({lower}) => lower === 'never')

const isLeftUndone = (lemma: string, head: string | undefined): boolean =>
  LEFT_UNDONE.test(lemma) || (lemma === 'apply' && /^(?:fix|hotfix|patch|update|upgrade|migration)$/.test(head ?? ''))

const NO_RESULT = /^(?:including|starting|beginning|following|using|according)$/

/** “…, and sixty trucks stood at the gate”, “…, so nothing remained to restore”: the act is told for what followed from it. */
function hasConsequence(sentence: Sentence, group: VerbGroup): boolean {
  const {tokens} = sentence
  for (let i = group.end; i < tokens.length - 2; i++) {
    const token = tokens[i]!
    const next = tokens[i + 1]!
    if (isConsequenceOf(tokens, i)) return true
    const joins = token.text === ',' && /^(?:and|so|which|hence|therefore|thus)$/.test(next.lower)
    if (token.text === ',' && next.form === 'ing' && !NO_RESULT.test(next.lower)) return true
    const follows = sentence.groups.find((other) => other.start > i && other.kind === 'finite')
    if (!follows || !(follows.past || follows.modal) || (follows.perfect && !follows.passive)) continue
    if (joins || /^(?:so|hence|therefore|consequently|whereupon)$/.test(token.lower)) return true
    if (
      token.lower === 'and' &&
      (isIn(follows.lemma, 'harmful-act', 'harm', 'system-act') || follows.subjectTokens?.start === i + 1)
    )
      return true
  }
  return false
}

/** Changes that set causes, even where nothing in the sentence calls them wrong. */
const CAUSAL =
  /^(?:modify|change|apply|push|execute|run|enter|upload|disable|edit|rename|overwrite|paste|type|swap|alter|adjust|tweak|bypass|skip|lower|loosen|comment|mix|flip|toggle|widen|narrow|point|repoint|transpose)$/

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
  /^(?:script|query|command|apply|delete|drop|update|migration|statement|one-liner|cleanup|clean-up|playbook|tool|macro|regex|wildcard|job|import|export|rm|cronjob|batch|console|shell|restart|operation|upload|upgrade|deploy|deployment|rollout|push|change|patch|edit|rename|test|notebook|backfill|purge|sweep|copy|sync|bulk-edit|utility|snippet|program|routine|run|formula|stylesheet|template)$/

/** “A script dropped the orders table”: a tool with nobody at it, no schedule and no trigger. */
function tool(sentence: Sentence, group: VerbGroup, context: LanguageContext): Detection | undefined {
  const {tokens} = sentence
  const {section} = context
  if (section === 'response' || section === 'resolution') return undefined
  if (group.passive || group.modal || group.negated || group.kind !== 'finite' || !group.subjectTokens) return undefined
  // After “a script” a bare “reset” can only be past.
  if (!group.past && !/^(?:reset|set|put|cut|shut|hit)$/.test(tokens[group.head]!.lower)) return undefined
  const {start, head} = group.subjectTokens
  const article = tokens[start - 1]?.lower === 'one' ? tokens[start - 1]! : tokens[start]!
  if (
    /^(?:a|an|some|one)$/.test(article.lower)
      ? !TOOL.test(tokens[head]!.lower)
      : !(
          start === 0 &&
          article.tag !== 'DET' &&
          article.tag !== 'POSS' &&
          /^(?:script|snippet|macro|query|one-liner)$/.test(tokens[head]!.lower)
        )
  )
    return undefined
  if (
    isBySystem(tokens, context) ||
    hasAutomation(tokens) ||
    tokens.some(
      (token) =>
        /^(?:triggered|started|scheduled|launched|run|executed|issued|by|from)$/.test(token.lower) &&
        tokens.indexOf(token) > head &&
        tokens.indexOf(token) < group.start,
    )
  )
    return undefined
  if (
    !isIn(group.lemma, 'harmful-act') &&
    !/^(?:delete|remove|drop|wipe|erase|purge|lock|overwrite|truncate|kill|empty|flush|reset|disable|corrupt|rename|move|detach|keep|take|set|replace|clear|stop|break|scramble|double|duplicate|send|mail|charge|unpublish|revoke|close|shut|block|reassign|alter|transfer|post|open|execute|strip|expose|grant|apply|cancel|credit|debit|email|e-mail|redirect|hoover|blank|zero|relabel|retag|republish|repoint|hit|cut|mark|flip|reverse|rewrite)$/.test(
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
