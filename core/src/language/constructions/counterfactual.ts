import type {Detection, LanguageContext} from '../detection.ts'
import {isIn} from '../lexicon.ts'
import type {Sentence} from '../sentence.ts'
import {isHuman, type Subject} from '../subject.ts'
import type {Token} from '../token.ts'
import type {VerbGroup} from '../verb-groups.ts'
import {subjectOf} from '../vocabulary.ts'

const RULE = 'counterfactual'
const TRIGGERS = new Set(
  'should could would ought might had if not never nobody no none nor without miss overlook forget unnoticed anyone anybody neither ignore omit neglect disregard unseen unread unanswered unheeded'.split(
    ' ',
  ),
)

/** A past that did not happen: modals, conditions, and what people did not do (catalogue L06 a to c). */
export function counterfactuals(sentence: Sentence, context: LanguageContext): Detection[] {
  const {tokens} = sentence
  const detections: Detection[] = []
  if (sentence.isQuestion || !tokens.some(({lower, lemma}) => TRIGGERS.has(lower) || TRIGGERS.has(lemma)))
    return detections
  for (const group of sentence.groups) {
    if (tokens[group.head]!.quoted) continue
    const subject = subjectOf(tokens, group.subjectTokens, context.vocabulary, group)
    const found =
      modal(sentence, group, subject, context) ??
      condition(sentence, group, subject, context) ??
      omission(sentence, group, subject, context) ??
      without(sentence, group, subject, context) ??
      overlooked(sentence, group, context)
    if (found) detections.push(found)
  }
  return detections
}

const at = (sentence: Sentence, start: number, end: number, form: string, subject?: Subject): Detection => ({
  rule: RULE,
  span: {start: sentence.tokens[start]!.start, end: sentence.tokens[end - 1]!.end},
  form,
  subject,
})

const HUMAN_ACTS = [
  'human-act',
  'harmful-act',
  'response-act',
  'perception',
  'communication',
  'human-only',
  'oversight',
] as const
const isHumanAct = (lemma: string): boolean => isIn(lemma, ...HUMAN_ACTS)

/** Something that people bring about, said in the passive: “should have been repeated”, “could have been avoided”. */
const PREVENTABLE =
  /^(?:avoid|prevent|spare|foresee|anticipate|predict|rehearse|repeat|do|take|make|handle|manage|plan|prepare|coordinate|consider|consult|involve|question|challenge|stop|halt|shorten|limit|contain|test|verify|catch|detect|discover|notice|spot|see|know|recognise|recognize|identify|raise|address|document|communicate|escalate|check|review|postpone|delay|abort)$/

function modal(
  sentence: Sentence,
  group: VerbGroup,
  subject: Subject | undefined,
  context: LanguageContext,
): Detection | undefined {
  const {tokens} = sentence
  if (!group.modal || !/^(?:should|could|would|ought|might)$/.test(group.modal)) return undefined
  const chain = tokens.slice(group.start, group.end)
  if (!group.perfect && !chain.some((token, i) => token.lemma === 'have' && i < chain.length - 1)) return undefined
  const verb = tokens[group.head]!
  if (verb.lemma === 'be' && !group.passive && isOwnSetting(tokens, group))
    return at(sentence, group.start, group.end, 'modal')
  if (
    verb.lemma === 'have' ||
    (verb.lemma === 'be' &&
      !group.passive &&
      !isExpectedPresence(tokens, group, subject) &&
      !/^(?:more|better|wiser|careful|possible|prudent|safer|aware|clear|obvious|evident)$/.test(
        tokens[group.end]?.lower ?? '',
      ))
  )
    return undefined
  if (/^(?:worse|better|fine)$/.test(tokens[group.end]?.lower ?? '') && verb.lemma === 'be') return undefined
  const lucky =
    context.section === 'lucky' ||
    context.section === 'impact' ||
    tokens.some((token) => /^(?:luck|lucky|luckily|fortunately|fortunate|thankfully)$/.test(token.lower))
  if (
    tokens.some((token) => /^(?:automatically|automatic)$/.test(token.lower)) ||
    /^(?:anyone|anybody|everyone|whoever)$/.test(subject?.head.lower ?? '')
  )
    return undefined
  if (group.passive) {
    if (
      isHuman(subject) &&
      subject!.kind !== 'they' &&
      !/^(?:tell|inform|warn|involve|consult|ask|page|notify|call|give)$/.test(group.lemma)
    )
      return undefined
    if (lucky && group.modal !== 'should' && group.modal !== 'ought') return undefined
    if (group.modal === 'would' || group.modal === 'might')
      return /^(?:avoid|prevent|catch|notice|spot|detect|discover|see)$/.test(group.lemma) &&
        !hasControl(sentence, group)
        ? at(sentence, group.start, group.end, 'modal', undefined)
        : undefined
    return (isHumanAct(group.lemma) || PREVENTABLE.test(group.lemma)) && !expectedOfSoftware(sentence, group, subject)
      ? at(sentence, group.start, group.end, 'modal', undefined)
      : undefined
  }
  if (
    verb.lemma === 'be' &&
    (group.modal === 'should' || group.modal === 'ought') &&
    /^(?:obvious|evident|clear|apparent|enough|plain)$/.test(tokens[group.end]?.lower ?? '')
  )
    return at(sentence, group.start, group.end + 1, 'modal', undefined)
  if (!isHuman(subject)) return undefined
  if (lucky && group.modal !== 'should' && group.modal !== 'ought') return undefined
  if (group.modal === 'would' || group.modal === 'might') {
    return /^(?:notice|spot|see|catch|know|prevent|avoid|discover|detect|find|realise|realize|think|stop|save)$/.test(
      group.lemma,
    ) && !hasControl(sentence, group)
      ? at(sentence, group.start, group.end, 'modal', subject)
      : undefined
  }
  if (group.modal === 'could' && /^(?:lose|suffer|face|see|experience|affect|need|get|receive)$/.test(group.lemma))
    return undefined
  return at(sentence, group.start, group.end, 'modal', subject)
}

/** “Our limit should have been 40”: a choice of one's own, measured by its end. */
function isOwnSetting(tokens: readonly Token[], group: VerbGroup): boolean {
  if (group.modal !== 'should' && group.modal !== 'ought') return false
  const first = group.subjectTokens ? tokens[group.subjectTokens.start]!.lower : ''
  return (
    /^(?:our|my)$/.test(first) &&
    tokens
      .slice(group.end, group.end + 3)
      .some(
        (token) =>
          token.tag === 'NUM' ||
          /^(?:more|less|fewer|higher|lower|larger|smaller|longer|shorter|stricter|tighter|twice|half)$/.test(
            token.lower,
          ),
      )
  )
}

/** “The lead should have been on the call”: where a person was expected. */
const isExpectedPresence = (tokens: readonly Token[], group: VerbGroup, subject: Subject | undefined): boolean =>
  (group.modal === 'should' || group.modal === 'ought') &&
  /^(?:person|role|team|we|first)$/.test(subject?.kind ?? '') &&
  /^(?:on|in|at|there|present|awake|here|around|available|involved|aboard)$/.test(tokens[group.end]?.lower ?? '')

/** “The file should have been sent by the job at 02:00”: what software was expected to do. */
function expectedOfSoftware(sentence: Sentence, group: VerbGroup, subject: Subject | undefined): boolean {
  const after = sentence.tokens.slice(group.end)
  if (
    after[0]?.lower === 'by' &&
    after[1]?.form !== 'ing' &&
    !after.slice(1, 4).some((token) => isIn(token.lemma, 'role', 'team') || token.tag === 'PRON')
  )
    return true
  return (
    subject?.kind === 'system' &&
    /^(?:evict|start|restart|trigger|throttle|reject|return|emit|fire|route|schedule|scale|delete|remove|clean|drop|rotate|renew|replicate|cache|validate|ignore|block|allow|enable|disable|install|create|run|execute|set|send|deliver|process|close|open|terminate|kill|filter|accept|count|sort|expire)$/.test(
      group.lemma,
    )
  )
}

/** The sentence names a control that would have made the difference. */
function hasControl(sentence: Sentence, group: VerbGroup): boolean {
  return (
    sentence.tokens
      .slice(0, group.start)
      .some((token) => token.tag === 'NOUN' && isIn(token.lemma, 'system', 'artefact') && !isIn(token.lemma, 'work')) ||
    sentence.tokens.slice(group.end).some((token) => /^(?:with|had|if)$/.test(token.lower))
  )
}

/** “if only”, “had the team tested”, “if we had looked”. */
function condition(
  sentence: Sentence,
  group: VerbGroup,
  subject: Subject | undefined,
  context: LanguageContext,
): Detection | undefined {
  const {tokens} = sentence
  const before = tokens[group.start - 1]
  const only = tokens.findIndex((token, i) => token.lower === 'if' && tokens[i + 1]?.lower === 'only')
  if (
    only >= 0 &&
    group.start > only &&
    group.start - only < 12 &&
    tokens[only - 1]?.lower !== 'as' &&
    !/^(?:is|are|has|have|does|do)$/.test(tokens[group.start]!.lower)
  )
    return at(sentence, only, only + 2, 'condition', subject)
  if (context.section === 'lucky' && !isHuman(subject)) return undefined
  const first = tokens[group.start]!
  if (first.lower === 'had' && group.negated && tokens[group.start + 1]?.tag !== 'VERB') return undefined
  // “Had we read …”: the auxiliary alone, then the subject, then the participle as a group of its own.
  if (
    first.lower === 'had' &&
    group.head === group.start &&
    (before === undefined || before.tag === 'PUNCT' || before.tag === 'CONJ' || before.tag === 'SUB')
  ) {
    const main = sentence.groups.find((other) => other.start > group.start && other.start <= group.start + 8)
    if (!main) return undefined
    const passive = tokens[main.start]!.lower === 'been'
    // “Had we not been watching”: what went well, seen from the other side.
    if (main.negated || tokens[main.start - 1]?.tag === 'NOT') return undefined
    if (
      isHuman(subject) && subject!.kind !== 'they'
        ? tokens[main.head]!.lemma !== 'be'
        : passive && (isHumanAct(main.lemma) || PREVENTABLE.test(main.lemma)) && context.section !== 'lucky'
    )
      return at(sentence, group.start, main.end, 'condition', subject)
    return undefined
  }
  if (group.negated) return undefined
  const conditional = tokens
    .slice(Math.max(0, group.start - 8), group.start)
    .findLast((token) => token.tag === 'SUB' && token.lower === 'if')
  if (conditional && group.perfect && first.lower === 'had' && !group.modal) {
    const others = sentence.groups.some(
      (other) => other.modal === 'would' || other.modal === 'could' || other.modal === 'might',
    )
    if (!others) return undefined
    if (isHuman(subject) && group.lemma !== 'be' && subject!.kind !== 'they' && !group.negated)
      return at(sentence, tokens.indexOf(conditional), group.end, 'condition', subject)
    if (
      group.passive &&
      tokens[group.end]?.lower !== 'by' &&
      (isHumanAct(group.lemma) || PREVENTABLE.test(group.lemma)) &&
      context.section !== 'lucky'
    )
      return at(sentence, tokens.indexOf(conditional), group.end, 'condition')
  }
  return undefined
}

/** What reports a state of knowledge or a scope, not an omission. */
const STATE =
  /^(?:be|have|receive|get|see|know|need|want|expect|find|think|believe|realise|realize|hear|understand|belong|exist|seem|appear|experience|lose|suffer|like|mean|matter|feel|remember|affect|impact|succeed|manage|recover|resolve|help|work|become|stop|reach|reproduce|fix|cause|result|observe|encounter)$/
const FINDING_SECTIONS = new Set([
  'causes',
  'summary',
  'poor',
  'lessons',
  'trigger',
  'detection',
  'response',
  'well',
  'lucky',
  'background',
  'resolution',
])

function omission(
  sentence: Sentence,
  group: VerbGroup,
  subject: Subject | undefined,
  context: LanguageContext,
): Detection | undefined {
  const {tokens} = sentence
  // “Had we not been watching” tells what went well.
  if (
    group.kind !== 'finite' ||
    group.modal ||
    (tokens[group.start]!.lower === 'had' && tokens[group.start + 1]?.tag === 'PRON')
  )
    return undefined
  const isNobody =
    subject !== undefined &&
    isHuman(subject) &&
    /^(?:nobody|no|none)$/.test(
      tokens[tokens.indexOf(subject.head) - (subject.head.lower === 'one' || subject.head.tag === 'NOUN' ? 1 : 0)]
        ?.lower ?? '',
    )
  const negative = group.negated || isNobody || notOnce(tokens, group)
  if (!negative || !isPast(tokens, group)) return undefined
  if (context.section && !FINDING_SECTIONS.has(context.section)) return undefined
  if (!isNobody && !isHuman(subject)) return undefined
  if (subject?.kind === 'you' || (subject?.kind === 'they' && !isThirdInSentence(sentence))) return undefined
  if (
    /^(?:sense|difference|it|progress|use)$/.test(tokens[group.end]?.lower ?? '') ||
    /^(?:sense|difference|progress)$/.test(tokens[group.end + 1]?.lower ?? '')
  )
    return undefined
  if (STATE.test(group.lemma) && !(isNobody && /^(?:see|think|hear|realise|realize|remember)$/.test(group.lemma)))
    return undefined
  if (isNobody && /^(?:report|complain|ask|open)$/.test(group.lemma) && group.perfect) return undefined
  if (group.passive || hasReason(tokens, group)) return undefined
  if (followsFromReason(tokens, group) && (!isNobody || hadNoSignal(tokens, group))) return undefined
  // “peers that had not yet updated”: how things stood.
  if (group.relative && tokens.slice(group.start, group.head).some(({lower}) => lower === 'yet')) return undefined
  // “which is why nobody was waiting for it”: luck, or what people were about.
  if (isNobody && group.lemma === 'wait') return undefined
  // “None of us had used it before”, “nobody did anything unusual”: experience and scope.
  if (
    isNobody &&
    ((group.perfect && tokens.some((token) => token.lower === 'before')) ||
      /^(?:anything|something)$/.test(tokens[group.end]?.lower ?? ''))
  )
    return undefined
  if (
    group.perfect &&
    !isNobody &&
    tokens[group.start]!.lower !== 'had' &&
    !/never/.test(
      tokens
        .slice(group.start, group.head)
        .map((t) => t.lower)
        .join(' '),
    )
  )
    return undefined
  if (
    !isHumanAct(group.lemma) &&
    !isNobody &&
    !/^(?:wait|act|react|follow|consider|anticipate|foresee|bother|plan|prepare|stop|coordinate|try|attempt|take|give|open|read|rehearse|time|measure|simulate|document|write|train|clean|back|keep|look|talk|speak|listen|care|finish|complete|go|come|do|set|put|define|provide|ensure|make|publish|post|send|account|involve|consult|question|run|invest|learn|update|validate)$/.test(
      group.lemma,
    )
  )
    return undefined
  const start = isNobody && group.subjectTokens ? group.subjectTokens.start : group.start
  return at(sentence, start, group.end, 'omission', subject)
}

const isThirdInSentence = (sentence: Sentence): boolean =>
  sentence.tokens[0]!.lower === 'they' ||
  sentence.tokens.some((token) => token.tag === 'NAME' || isIn(token.lemma, 'role', 'team'))

const isPast = (tokens: readonly Token[], group: VerbGroup): boolean =>
  group.past || /^(?:did|was|were|had)$/.test(tokens[group.start]!.lower)

/** “not once did we”, “at no point did anyone” */
function notOnce(tokens: readonly Token[], group: VerbGroup): boolean {
  const before = tokens
    .slice(Math.max(0, group.start - 7), group.start)
    .map((token) => token.lower)
    .join(' ')
  return /(?:\bnot once\b|\bat no (?:point|time|moment|stage)\b|\bnot a single\b|\bnever once\b|\bnot one\b)/.test(
    before,
  )
}

/** A reason in the same sentence turns an omission into an account. */
export function hasReason(tokens: readonly Token[], group: VerbGroup): boolean {
  return tokens
    .slice(group.end)
    .some(
      (token, i) =>
        !isConsequenceOf(tokens, group.end + i) &&
        (token.lower === 'because' ||
          token.lower === 'since' ||
          token.lower === 'due' ||
          /^(?:deliberately|intentionally|purposely)$/.test(token.lower) ||
          (token.lower === 'order' && tokens[group.end + i + 1]?.lower === 'to') ||
          (token.lower === 'as' &&
            token.tag === 'SUB' &&
            tokens[group.end + i - 1]?.lower !== 'as' &&
            /^(?:the|we|it|they|this|that|there|its|no)$/.test(tokens[group.end + i + 1]?.lower ?? ''))),
    )
}

/** “due to which the exchange went down”, “because of that …”: what follows is the end of it, not its reason. */
export const isConsequenceOf = (tokens: readonly Token[], at: number): boolean =>
  /^(?:due|owing|because)$/.test(tokens[at]!.lower) &&
  /^(?:to|of)$/.test(tokens[at + 1]?.lower ?? '') &&
  /^(?:which|that|this)$/.test(tokens[at + 2]?.lower ?? '')

/** “The path does not exist in staging, so we did not catch it”. */
export function followsFromReason(tokens: readonly Token[], group: VerbGroup): boolean {
  const start = Math.min(group.subjectTokens?.start ?? group.start, group.start)
  return (
    tokens[start - 1]?.lower === 'so' && tokens.slice(0, start - 1).some(({tag}) => tag === 'VERB' || tag === 'AUX')
  )
}

/** “No alert is defined there, so nobody noticed” */
const hadNoSignal = (tokens: readonly Token[], group: VerbGroup): boolean =>
  tokens
    .slice(0, group.start)
    .some(
      ({lower}, i) =>
        lower === 'no' &&
        tokens
          .slice(i + 1, i + 4)
          .some((token) =>
            /^(?:alert|alarm|page|notification|monitor|probe|signal|dashboard|log)s?$/.test(token.lower),
          ),
    )

const ACT_WITHOUT =
  /^(?:check|verify|test|look|read|ask|tell|inform|consult|warn|notify|review|confirm|validate|think|consider|wait|announce|coordinate|rehearse|try|agree|seek|get|obtain|follow|back|reading|measure|taking|take|inspect|compare|open|call|mention|discuss|double-check|advise|know|understand|bother|advising|plan|prepare|approve|escalate|pause|dry-run|run|realise|realize|notice|stop|say|watch|monitor|question|give|make|do)$/

/** “ran the command without checking the context” */
function without(
  sentence: Sentence,
  group: VerbGroup,
  subject: Subject | undefined,
  context: LanguageContext,
): Detection | undefined {
  const {tokens} = sentence
  if (group.kind !== 'ing' && !(group.kind === 'infinitive')) return undefined
  const before = tokens[group.start - 1]
  const opener =
    before?.lower === 'without'
      ? group.start - 1
      : before?.tag === 'TO' && tokens[group.start - 2]?.lower === 'without'
        ? group.start - 2
        : before?.tag === 'ADV' && tokens[group.start - 2]?.lower === 'without'
          ? group.start - 2
          : -1
  if (
    context.section === 'well' ||
    opener < 0 ||
    (!ACT_WITHOUT.test(group.lemma) &&
      !(
        group.lemma === 'be' &&
        /^(?:thorough|careful|sure|certain|aware|asked|told)$/.test(tokens[group.end]?.lower ?? '')
      ))
  )
    return undefined
  if (context.section && !FINDING_SECTIONS.has(context.section) && context.section !== 'timeline') return undefined
  const main =
    [...sentence.groups].reverse().find((other) => other.end <= opener && other.kind !== 'infinitive') ??
    sentence.groups.find((other) => other.start > group.end)
  if (!main || main.modal || main.lemma === 'be' || main.negated || !isPast(tokens, main)) return undefined
  const who = subject ?? subjectOf(tokens, main.subjectTokens, context.vocabulary, main)
  if (!isHuman(who) && !(main.passive && isHumanAct(main.lemma))) return undefined
  return at(sentence, opener, group.end, 'omission', isHuman(who) ? who : undefined)
}

/** “the alert was missed”, “had been forgotten”, “went unnoticed” */
function overlooked(sentence: Sentence, group: VerbGroup, context: LanguageContext): Detection | undefined {
  const {tokens} = sentence
  if (
    context.section &&
    !FINDING_SECTIONS.has(context.section) &&
    context.section !== 'timeline' &&
    context.section !== 'impact'
  )
    return undefined
  if (
    /^(?:go|remain|stay|slip|pass)$/.test(group.lemma) &&
    /^(?:unnoticed|unseen|unread|unanswered|unheeded|undetected|unchecked|unacknowledged)$/.test(
      tokens[group.end]?.lower ?? '',
    )
  ) {
    return tokens[group.end]!.lower === 'undetected' ? undefined : at(sentence, group.start, group.end + 1, 'omission')
  }
  if (!group.passive || group.modal || group.negated || !isPast(tokens, group) || tokens[group.end]?.lower === 'by')
    return undefined
  if (
    !/^(?:miss|overlook|forget|neglect|disregard)$/.test(group.lemma) &&
    !(group.lemma === 'ignore' && context.section !== 'impact')
  )
    return undefined
  // “No warning was missed”
  if (group.subjectTokens && /^(?:no|none|nothing)$/.test(tokens[group.subjectTokens.start]!.lower)) return undefined
  const subject = subjectOf(tokens, group.subjectTokens, context.vocabulary, group)
  if (
    group.lemma === 'ignore' &&
    subject?.kind === 'system' &&
    !isIn(subject.head.lemma, 'artefact') &&
    !/(?:alert|alarm|warning|page|message|notification|mail|e-mail|banner|indicator|lamp|light|prompt|notice|reminder|popup|beep|buzzer|flag)s?$/.test(
      subject.head.lower,
    )
  )
    return undefined
  return at(sentence, group.start, group.end, 'omission')
}
