import {agentless} from '../../language/constructions/agentless.ts'
import type {Fix} from '../../lint/finding.ts'
import {replace} from '../../text/edit.ts'
import {defineLanguageRule} from '../language-rule.ts'
import type {RuleExamples} from '../rule.ts'

export const agentlessPassive = defineLanguageRule({
  id: 'agentless-passive',
  code: 'L13',
  group: 'language',
  severity: 'information',
  sections: {
    default: 'information',
    summary: 'information',
    resolution: 'hint',
    impact: 'hint',
    response: 'hint',
    background: 'hint',
    well: 'off',
    lucky: 'off',
    external: 'off',
    actions: 'off',
    questions: 'off',
    support: 'off',
    lessons: 'hint',
  },
  collapseAbove: 4,
  docs: {
    summary: 'Point at acts in the causal chain that nobody seems to have done.',
    why: 'A script hardly ever runs itself. Where the text makes it run itself, the account goes missing with the actor: what they saw, which task they were on, why the step made sense. A role and the conditions are enough; a name is never asked for.',
    ask: [
      'Which role did this, as part of which task, and what did they expect to happen?',
      'If the actor was a machine, which one, started by what?',
    ],
    sources: ['Wilcox, The blameless post mortem (DjangoCon US 2019)', 'Fausey & Boroditsky 2010', 'Vesel 2020'],
  },
  detect: agentless,
  severityOf: ({form}, _sentence, context) =>
    context.config.attribution === 'none' ? 'off' : form === 'step' ? 'hint' : undefined,
  message: (detection) =>
    detection.form === 'tool'
      ? 'The tool acts on its own here, so the reader loses the task it was run for. Which role ran it, and to what end?'
      : 'The act has no actor here, so the reader loses what made it sensible. Which role did it, as part of which task?',
  fixes: (detection, sentence, context): Fix[] => {
    if (detection.form !== 'passive') return []
    const text = context.text.slice(sentence.start, sentence.end).replace(/[.!]?\s*$/, '')
    return [
      {
        title: 'Add the actor and the task as holes',
        kind: 'rewrite',
        hasHoles: true,
        edits: [replace(sentence, `${text}: {role} did this as part of {task}, expecting {what}.`)],
      },
    ]
  },
})

export const examples: RuleExamples = {
  bad: [
    {text: 'A script ⟦was executed⟧ by hand and deleted the ledger.'},
    {text: 'The wrong bucket ⟦got deleted⟧ during the clean-up.'},
    {text: 'An incorrect mask ⟦was entered⟧ into the router.'},
    {text: 'The allow rule ⟦was removed⟧ at 09:10.'},
    {text: 'A command ⟦was run⟧ against the wrong tenant.'},
    {text: 'An ⟦untested build was pushed⟧ shortly before noon.', section: 'Trigger'},
    {text: 'The night alarm ⟦had been disabled⟧ months before.'},
    {text: 'A query ⟦dropped⟧ the invoices table.'},
    {text: 'The breaker for row F ⟦was switched⟧ off at the wall, and a third of the hall went dark.'},
    {text: 'The percentage ⟦was raised⟧ to 100 in one step, and the crash rate followed.'},
    {text: 'The wrong snapshot ⟦was restored⟧ over the volume.'},
    {text: 'The deploy key ⟦was committed⟧ to a public gist.'},
    {text: 'Stock for forty items ⟦was set⟧ to zero during the import.'},
    {text: 'The tag ⟦was pulled⟧ off the breaker before the line was clear.'},
    {text: 'A console command ⟦reset⟧ the ladder for the whole region.'},
  ],
  good: [
    {text: 'The release was rolled back at 12:30.', note: 'A response act explains nothing about the cause.'},
    {text: 'The pods were evicted by the node-pressure controller.', note: 'Automation is named.'},
    {text: 'The nightly job deleted 3,412 objects.', note: 'A schedule is named.'},
    {text: 'Logs are shipped to the central account.', note: 'A state.'},
    {text: 'The fix was merged and deployed at 15:25.', section: 'Resolution'},
    {text: 'The image was built by CI on merge of #4411.'},
    {text: 'An engineer deleted the branch while removing about a hundred stale ones.'},
    {text: 'The table was created in 2019.', note: 'Background without harm.'},
    {text: 'The queue was split into two shards, so each shard holds half of the keys.', note: 'How it is made.'},
    {text: 'Due to a software defect, letters were issued with the wrong rate.', note: 'The reason stands in front.'},
    {text: 'The keys were revoked by the rotation policy.', note: 'A rule is named.'},
    {text: 'The sale was opened at 09:00 as announced.', section: 'Trigger'},
    {text: 'The stale lock was deleted by hand.', section: 'Response', note: 'A step of the recovery.'},
    {text: 'Spread constraints applied by hand.', section: 'Timeline', note: 'Steps of the recovery stand there, too.'},
    {
      text: 'On the first of the month 411 payments were executed twice.',
      section: 'Summary',
      note: 'What a system does.',
    },
    {text: 'The load test was carried out before the plug-in was enabled.', note: 'When a trial took place.'},
    {text: 'The limits were hardcoded in the client rather than read from a file.', note: 'How it is made.'},
    {text: 'The gateway was not configured to follow redirects.', note: 'How it behaves.'},
    {
      text: 'Holidays look like an outage, so the counter had been taken out of the alarm.',
      note: 'The reason is told.',
    },
    {text: 'The tag was pushed at 11:04. With it the attacker read two tokens.', note: 'By whom stands beside it.'},
    {text: 'Users were logged out.', section: 'Impact'},
    {
      text: 'The branch had been marked stale, and the release lead deleted it at 09:45.',
      note: 'The actor stands in the same sentence.',
    },
  ],
  limits: [{text: 'The move of the rack went ahead.', note: 'A nominalised act without a harm word.'}],
}
