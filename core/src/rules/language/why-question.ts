import type {Detection, LanguageContext} from '../../language/detection.ts'
import type {Sentence} from '../../language/sentence.ts'
import {isThirdPerson} from '../../language/subject.ts'
import {wordingOf} from '../../language/wording.ts'
import type {Fix} from '../../lint/finding.ts'
import {replace} from '../../text/edit.ts'
import {defineLanguageRule} from '../language-rule.ts'
import type {RuleExamples} from '../rule.ts'

export const whyQuestion = defineLanguageRule({
  id: 'why-question',
  code: 'L15',
  group: 'language',
  severity: 'information',
  sections: {default: 'information', support: 'off'},
  collapseAbove: 4,
  docs: {
    summary:
      'Point at questions that ask people to justify themselves: “why did they”, “who was it”, “how could they”.',
    why: '“Why” asked of a person looks for reasons in that person, and what comes back is a defence; “who” looks for a name and stops there. “How” and “what” get the conditions described: what was on the screen, what it meant then, what else was going on. Why a machine did something is a fine question.',
    ask: [
      'How did it make sense at that point?',
      'What did they see, and what did it mean to them then?',
      'How does a step like this usually come about?',
    ],
    sources: [
      'Allspaw 2014, The Infinite Hows',
      'Etsy, Debriefing Facilitation Guide',
      'PagerDuty, Retrospectives Guide',
      'Atlassian, Incident Management Handbook',
    ],
  },
  severityOf: (detection) =>
    isThirdPerson(detection.subject) || detection.severity === undefined ? undefined : detection.severity,
  message: (detection, sentence, context) =>
    /^who/i.test(context.text.slice(detection.span.start, detection.span.end)) && sentence.isQuestion
      ? `${wordingOf(detection, context.text)} asks for a person, and the conditions stay unasked. How does a step like this usually come about?`
      : `${wordingOf(detection, context.text)} asks people to justify themselves, and what comes back is a defence. How did it make sense at that point?`,
  fixes: (detection, sentence, context) => {
    const rewording = reworded(detection, sentence, context)
    return rewording ? [rewording] : []
  },
})

function reworded(detection: Detection, sentence: Sentence, context: LanguageContext): Fix | undefined {
  const text = context.text.slice(sentence.start, sentence.end)
  const to = (title: string, newText: string): Fix => ({title, kind: 'rewrite', edits: [replace(sentence, newText)]})
  if (/^Why (?:on earth )?(?:did|has|had) (?:nobody|no one|no-one)\b.*\b(?:notice|see|spot|hear|look)/i.test(text))
    return to('Ask where it was visible', 'Where was it visible, from when, and what competed with it?')
  if (/^Who (?:\w+ )?(?:approved|signed|authori[sz]ed|merged|allowed|accepted)\b/i.test(text))
    return to('Ask how approval works', 'How does a step like this get approved, and what does the approver see?')
  const who = detection.subject && context.text.slice(detection.subject.span.start, detection.subject.span.end)
  const rest =
    detection.subject && detection.subject.span.start > sentence.start
      ? context.text.slice(detection.subject.span.end, sentence.end).trim()
      : ''
  if (!who || !/^\p{Ll}+ ?.*\?$/su.test(rest)) return undefined
  const opening = context.text.slice(sentence.start, detection.subject.span.start).trim()
  if (/^Why (?:on earth )?did(?:n['’]t| not)$/i.test(opening))
    return to(
      'Ask what was done instead',
      `What did ${who} do at that point, and what would have prompted them to ${rest}`,
    )
  if (/^Why (?:on earth )?did$/i.test(opening) && !/^(?:not|never)\b/.test(rest))
    return to('Ask how it made sense', `How did it make sense to ${rest}`)
  return undefined
}

export const examples: RuleExamples = {
  bad: [
    {
      text: '⟦Why didn’t the duty engineer⟧ ring the carrier earlier?',
      fixed:
        'What did the duty engineer do at that point, and what would have prompted them to ring the carrier earlier?',
    },
    {
      text: '⟦Why did Yusuf⟧ move the host on a Sunday?',
      fixed: 'How did it make sense to move the host on a Sunday?',
    },
    {text: '⟦Why was no second opinion asked for by the author⟧?'},
    {
      text: '⟦Why did nobody⟧ see the red light?',
      fixed: 'Where was it visible, from when, and what competed with it?',
    },
    {
      text: '⟦Who accepted⟧ this window?',
      fixed: 'How does a step like this get approved, and what does the approver see?',
    },
    {text: '⟦Whose advice did⟧ they take?'},
    {
      text: '⟦Why did the reviewer⟧ overlook the second flag?',
      fixed: 'How did it make sense to overlook the second flag?',
    },
    {text: '⟦How could they⟧ not have heard the alarm?'},
    {text: '⟦Why were we⟧ not told?'},
    {text: '⟦Why on earth did we⟧ switch off the spare?'},
    {text: '⟦What were they thinking⟧?'},
    {text: '⟦Why did you⟧ believe it was idle?'},
    {text: '⟦Who should have⟧ stopped it?'},
    {text: '⟦Did nobody⟧ look at the panel?'},
  ],
  good: [
    {text: 'Why did it take 35 minutes until the banner went up?', note: 'About the system.'},
    {text: 'Why didn’t the quota stop it?', note: 'About a mechanism.'},
    {text: 'Why was this so hard to spot?', note: 'About the situation.'},
    {text: 'How did the mirror end up with an older index?'},
    {text: 'What did the panel show at 09:14?'},
    {text: 'Who was cut off, and for how long?', note: 'Who of impact.'},
    {text: 'Who owns the follow-up?', note: 'Who of ownership.'},
    {text: 'Why now, after three quiet years?'},
    {text: 'The reason why the node restarted stands in its log.', note: 'No question.'},
  ],
  limits: [{text: 'And the reviewers?', note: 'A question without a verb.'}],
}
