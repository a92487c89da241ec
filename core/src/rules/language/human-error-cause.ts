import {replace} from '../../text/edit.ts'
import {wordingOf} from '../../language/wording.ts'
import {defineLanguageRule} from '../language-rule.ts'
import type {RuleExamples} from '../rule.ts'

export const humanErrorCause = defineLanguageRule({
  id: 'human-error-cause',
  code: 'L03',
  group: 'language',
  severity: 'warning',
  sections: {
    default: 'warning',
    timeline: 'information',
    lessons: 'information',
    actions: 'information',
    support: 'off',
    questions: 'off',
    impact: 'hint',
  },
  docs: {
    summary: 'Point at explanations that end at a mistake, a slip, a typo or “human error”.',
    why: 'The label names an outcome and explains nothing: it tells that something went another way than meant, not what made that way likely. An inquiry that stops there leaves the conditions in place for whoever stands there next. Every error has a cause before it.',
    ask: [
      'What did the interface, the document and the hour make easy at that step?',
      'How often does this step go right, and how do people make it go right?',
      'Which check would have refused the same input from anyone?',
    ],
    sources: [
      'Dekker, The Field Guide to Understanding ‘Human Error’',
      'Cook 1998, How Complex Systems Fail, points 7 and 8',
      'VA National Center for Patient Safety, Five Rules of Causation',
    ],
  },
  message: (detection, _sentence, context) =>
    `${wordingOf(detection, context.text)} names how it ended and not what made it likely, so the same step stays open to the next person. What made this step easy to take?`,
  fixes: (_detection, sentence, context) => {
    const match = /^(\s*(?:\*\*)?(?:root )?cause(?:\*\*)?:\s*(?:\*\*)?)[^.]{0,60}\.?$/i.exec(
      context.text.slice(sentence.start, sentence.end),
    )
    if (!match) return []
    return [
      {
        title: 'Name the act and the condition',
        kind: 'rewrite',
        hasHoles: true,
        edits: [
          replace(sentence, `${match[1]}{action} at {time}. {Tool or interface} allowed it because {condition}.`),
        ],
      },
    ]
  },
})

export const examples: RuleExamples = {
  bad: [
    {
      text: '⟦Root cause: human error⟧.',
      fixed: 'Root cause: {action} at {time}. {Tool or interface} allowed it because {condition}.',
    },
    {text: 'The outage was the result of ⟦operator error⟧ during the switch-over.'},
    {text: 'A ⟦simple typo⟧ in the netmask took down the branch.'},
    {text: 'An engineer ⟦fat-fingered⟧ the replica count.'},
    {text: 'The job ran twice ⟦due to a copy-paste⟧ slip.'},
    {text: 'It ⟦came down to a wrong click⟧ in the console.'},
    {text: 'A ⟦momentary lapse⟧ sent the list to the other ward.'},
  ],
  good: [
    {text: 'We do not accept “operator error” as an answer; it points at a missing mechanism.', note: 'A rejection.'},
    {text: 'Support took it for a user error at first and closed the ticket.', note: 'What people believed then.'},
    {text: 'The endpoint returns a user error (HTTP 422) for empty baskets.', note: 'A technical term.'},
    {
      text: 'The console accepts a live target with the same flag as the test one, so one letter separates the two.',
      note: 'What made the slip likely.',
    },
    {text: 'Add a prompt so that a mistyped tenant name is rejected.', section: 'Action items'},
    {text: 'Human factors review: the alarm count in the first five minutes was 112.'},
    {text: 'The parser error on line 40 came with release 2.3.'},
    {text: 'Mistakes happen; the question here is what the deploy tool let through.'},
  ],
  limits: [{text: 'The tired eye of the night read 7 for 1.', note: 'A slip told as a scene.'}],
}
