import type {Detection, LanguageContext} from '../../language/detection.ts'
import {isIn} from '../../language/lexicon.ts'
import type {Sentence} from '../../language/sentence.ts'
import {wordingOf} from '../../language/wording.ts'
import type {Fix} from '../../lint/finding.ts'
import {remove, replace} from '../../text/edit.ts'
import {defineLanguageRule} from '../language-rule.ts'
import type {RuleExamples} from '../rule.ts'

export const animated = defineLanguageRule({
  id: 'animated',
  code: 'L21',
  group: 'language',
  severity: 'information',
  sections: {default: 'information', well: 'hint', people: 'off', actions: 'hint', support: 'off'},
  collapseAbove: 1,
  docs: {
    summary: 'Point at drama, sarcasm, disbelief and exclamation marks.',
    why: 'Loud words tell how it felt to one person and leave the size of it to the imagination. A reader who was at the keyboard hears an accusation in them. A figure carries further: 140 pages in an hour need no adjective. What the night was like for the people belongs in the text, told as a fact.',
    ask: ['Which number would let the reader feel the same?', 'Who was hit how hard, in hours, pages, orders?'],
    sources: ['Site Reliability Workbook, chapter 10'],
  },
  detect: exclamations,
  severityOf: (detection, _sentence, {section}) =>
    section === 'lucky' && detection.form !== 'punctuation' ? 'information' : undefined,
  message: (detection, _sentence, context) =>
    detection.form === 'punctuation'
      ? 'The mark tells a reader how loud to feel, and nothing of the size of the event. Which figure says it?'
      : `${wordingOf(detection, context.text)} carries a feeling where a figure would carry the event. Which number would let a reader feel the same?`,
  fixes: (detection, sentence, context) =>
    detection.form === 'punctuation'
      ? calmed(detection, context)
      : [...withoutIntensifier(detection, sentence), ...asFigures(detection, sentence, context)],
})

/** Where an exclamation mark is an instruction, a greeting or a thank-you. */
const WELCOME =
  /^(?:thank|thanks|kudos|welcome|congratulation|congratulations|congrats|warning|caution|attention|note|careful|important|danger|hello|hi|hooray|cheers|please|hurray|yay|appreciate|grateful|great|job)$/

/** “!!”, “?!”, and a sentence that ends in an exclamation mark. The splitter leaves all but the first mark outside. */
function exclamations(sentence: Sentence, {text}: LanguageContext): readonly Detection[] {
  let {end} = sentence
  while (MARKS.has(text.charAt(end))) end++
  let start = end
  while (start > sentence.start && MARKS.has(text.charAt(start - 1))) start--
  if (start === end || start === sentence.start || !/[!‼⁉⁈]/.test(text.slice(start, end))) return []
  const {tokens} = sentence
  const isLoud = end - start > 1
  if (
    !isLoud &&
    (tokens.length < 4 || tokens.slice(0, 8).some((token) => WELCOME.test(token.lemma) || WELCOME.test(token.lower)))
  )
    return []
  return [{rule: 'animated', span: {start, end}, form: 'punctuation', severity: isLoud ? undefined : 'hint'}]
}

const MARKS = new Set('!?‼⁉⁈')

function calmed({span}: Detection, context: LanguageContext): Fix[] {
  const mark = context.text.slice(span.start, span.end).includes('?') ? '?' : '.'
  return [{title: `End the sentence with “${mark}”`, kind: 'safe', edits: [replace(span, mark)]}]
}

/** “painfully slow” → “slow” */
function withoutIntensifier({span}: Detection, {tokens}: Sentence): Fix[] {
  const at = tokens.findIndex((token) => token.start === span.start && token.end === span.end)
  const word = tokens[at]
  const next = tokens[at + 1]
  if (
    !word ||
    !next ||
    at === 0 ||
    !/ly$/.test(word.lower) ||
    !isIn(word.lower, 'outcry') ||
    next.tag === 'PUNCT' ||
    /^an?$/.test(tokens[at - 1]!.lower)
  )
    return []
  return [{title: `Delete “${word.text}”`, kind: 'safe', edits: [remove({start: word.start, end: next.start})]}]
}

/** A picture becomes a sentence with room for figures. */
function asFigures({span}: Detection, sentence: Sentence, context: LanguageContext): Fix[] {
  const wording = context.text.slice(span.start, span.end).toLowerCase()
  const to = (text: string): Fix[] => [
    {title: 'Put figures in its place', kind: 'rewrite', hasHoles: true, edits: [replace(sentence, text)]},
  ]
  if (/nightmare|chaos|hell|mess\b|bloodbath|madness|pandemonium|bedlam/.test(wording))
    return to('{n} people worked {n} hours on it; {what made it hard}.')
  if (/obliterat|annihilat|pulveri[sz]|vapori[sz]|nuke|to (?:its|their) knees|exploded|meltdown/.test(wording))
    return to('{n}% of {what} was unavailable for {n} minutes.')
  return []
}

export const examples: RuleExamples = {
  bad: [
    {text: 'How did the shop even survive this⟦?!⟧', fixed: 'How did the shop even survive this?'},
    {text: 'The key had lain in the wiki for years, which is ⟦ludicrous⟧.'},
    {
      text: 'The move to the new rack was a ⟦nightmare⟧.',
      fixed: '{n} people worked {n} hours on it; {what made it hard}.',
    },
    {text: 'The purge ⟦obliterated⟧ the archive.', fixed: '{n}% of {what} was unavailable for {n} minutes.'},
    {text: '⟦What a mess⟧.'},
    {text: '⟦Total chaos for⟧ three hours.'},
    {text: 'It is ⟦insane⟧ that one switch held both feeds.'},
    {text: '⟦Epic fail⟧ on the restore.'},
    {text: '⟦Unbelievably⟧, the contact list was from 2017.'},
    {text: '⟦Great, another⟧ full disk.'},
    {text: 'The import was ⟦painfully⟧ slow.', fixed: 'The import was slow.'},
    {text: 'All pages went to one phone⟦!⟧', fixed: 'All pages went to one phone.'},
  ],
  good: [
    {text: 'Catastrophic backtracking in the filter took one core.', note: 'A technical term.'},
    {text: 'Chaos experiment 9 was running at that hour.', note: 'The name of a practice.'},
    {text: 'The brokers went into a crash loop.'},
    {text: 'The disaster recovery plan was followed up to step 6.', note: 'A term.'},
    {text: 'Every node in the zone was gone within three minutes.', note: 'A dramatic fact in plain words.'},
    {text: 'Panic: nil map assignment in `queue.go`', note: 'A log.'},
    {text: 'Four of five responders called the night very stressful.', note: 'The harm to people as data.'},
    {text: 'The Great Lakes site was untouched.', note: 'A name.'},
    {text: 'Warning! Run this on the standby only.', note: 'An instruction.'},
    {text: 'Thanks to all who joined the bridge!', note: 'Thanks may be loud.'},
  ],
  limits: [{text: 'The evening had its own soundtrack.'}],
}
