import type {Detection, LanguageContext} from '../../language/detection.ts'
import type {Sentence} from '../../language/sentence.ts'
import {wordingOf} from '../../language/wording.ts'
import type {Fix} from '../../lint/finding.ts'
import {replace} from '../../text/edit.ts'
import {defineLanguageRule} from '../language-rule.ts'
import type {RuleExamples} from '../rule.ts'

export const attribution = defineLanguageRule({
  id: 'attribution',
  code: 'L12',
  group: 'language',
  severity: 'warning',
  sections: {default: 'warning', support: 'off'},
  docs: {
    summary: 'Point at explanations by character, attitude, skill or seniority.',
    why: 'Seen from outside, conduct looks like character; seen from inside, like circumstances. A trait comforts, for it cannot happen to those who do not have it, and it ends the search, for nobody can change it before the next release. The situation can be changed, and it would have met anybody on that shift.',
    ask: [
      'What would make a reasonable and decent person do this?',
      'What in the situation (load, information, tools, goals) fits what was done?',
      'Would a different person have had other information or other options?',
    ],
    sources: [
      'PagerDuty, Retrospectives Guide, biases',
      'Vesel 2020, Agentive Language in Accident Investigation',
      'Etsy, Debriefing Facilitation Guide',
    ],
  },
  message: (detection, _sentence, context) =>
    `${wordingOf(detection, context.text)} explains an act by what somebody is like, and the situation that would have met anybody stays out of view. What in it fits what was done?`,
  fixes: (detection, sentence, context) => [
    ...asKnowledge(detection, sentence, context),
    ...asAlarms(detection, sentence, context),
  ],
})

const rewrite = (title: string, sentence: Sentence, text: string): Fix => ({
  title,
  kind: 'rewrite',
  hasHoles: true,
  edits: [replace(sentence, text)],
})

/** “too junior” → which knowledge was needed and where it was to be had. */
function asKnowledge({span}: Detection, sentence: Sentence, context: LanguageContext): Fix[] {
  if (
    !/\b(?:junior|inexperience\w*|unexperienced|experience|skills?|know-how|expertise|knowledge|training|new|green)\b/i.test(
      context.text.slice(span.start, span.end),
    )
  )
    return []
  return [
    rewrite(
      'Say which knowledge the step needed',
      sentence,
      'The step needed knowledge of {what}; {who or where} holds it, and the rota and the docs gave {what}.',
    ),
  ]
}

/** “panicked” → what arrived and what was tried. */
function asAlarms({span}: Detection, sentence: Sentence, context: LanguageContext): Fix[] {
  if (
    !/\b(?:panic\w*|fro(?:ze|zen)|nerves?|overreact\w*|hysteri\w*|pressure)\b/i.test(
      context.text.slice(span.start, span.end),
    )
  )
    return []
  return [
    rewrite(
      'Say what arrived and what was tried',
      sentence,
      'Between {time} and {time} {n} alarms arrived; {role} tried {what}, in that order.',
    ),
  ]
}

export const examples: RuleExamples = {
  bad: [
    {
      text: 'The administrator ⟦was too junior⟧ for this migration.',
      fixed: 'The step needed knowledge of {what}; {who or where} holds it, and the rota and the docs gave {what}.',
    },
    {text: 'She is ⟦not a detail-oriented person⟧.'},
    {text: 'The platform people ⟦were overconfident⟧ after the last upgrade.'},
    {text: 'The late shift ⟦was lazy⟧ and left the sheet unread.'},
    {
      text: '⟦Inexperience on the part of⟧ the installer led to the power cut.',
      fixed: 'The step needed knowledge of {what}; {who or where} holds it, and the rota and the docs gave {what}.',
    },
    {text: 'He ⟦tends to postpone⟧ things.'},
    {text: 'The department does ⟦not take backups seriously⟧.'},
    {text: '⟦Anyone with basic networking skills would⟧ have seen the loop.'},
    {text: 'The author did ⟦not care about⟧ uptime.'},
    {text: 'That crew is ⟦always cutting⟧ corners.'},
    {text: 'A ⟦lack of common sense⟧ was behind it.'},
    {text: 'The ⟦agency’s attitude to⟧ review is well known.'},
    {
      text: 'The operator ⟦could not handle the pressure⟧.',
      fixed: 'Between {time} and {time} {n} alarms arrived; {role} tried {what}, in that order.',
    },
    {text: '⟦Old-school operators⟧ are resistant to containers.'},
    {text: '⟦Frontend folks never⟧ think of the network.'},
  ],
  good: [
    {
      text: 'It was the responder’s third night on the rota; the path to the storage group is not in the starter pack.',
      note: 'Experience as a condition, with its system side.',
    },
    {
      text: 'The on-call had never operated the billing tier, so finance was paged as well at 03:10.',
      note: 'Condition and consequence.',
    },
    {text: 'Two people in the company know this device; one was on leave.', note: 'Where knowledge sits.'},
    {text: 'The loader is lazy about plugins.', note: 'Technical.'},
    {text: 'The kernel panicked at 05:31.', note: 'Technical.'},
    {text: 'The compactor is aggressive in merging segments.', note: 'A picture for software.'},
    {text: 'He had been awake for 21 hours by then.', note: 'The situation.'},
    {text: 'The release lead had done this 40 times without an incident.', note: 'A base rate.'},
    {text: 'The client is overconfident about idempotency.', note: 'An idiom about code.'},
    {text: 'Patient work by three volunteers brought the index back.', note: 'Credit.'},
    {text: 'The junior pharmacist account has no right to release the order.', note: 'The name of an account.'},
  ],
  limits: [{text: 'Haste is the other name of that squad.'}, {text: 'The lead belongs to those who ask later.'}],
}
