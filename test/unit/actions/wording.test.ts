import assert from 'node:assert/strict'
import fs from 'node:fs'
import {parse} from 'yaml'
import {personFixingSpan} from '#core/document/actions/person.ts'
import {strengthOfText} from '#core/document/actions/strength.ts'
import {inferType} from '#core/document/actions/type.ts'
import {weaknessOf} from '#core/document/actions/weakness.ts'

interface Family {
  id: string
  flags: string[]
  allows: string[]
}

const {weak: families} = parse(
  fs.readFileSync(new URL('../../../core/data/en/actions.yml', import.meta.url), 'utf8'),
) as {weak: Family[]}

/** Items that leave the system as it is, in the words of many writers. */
const WEAK = `
Be more careful when editing shared configuration
Everyone should double check the region before running destructive commands
Engineers need to pay more attention to the deploy channel
Raise awareness about the new paging rules
Remind the on-call team to acknowledge alerts
Train new hires on the rollback procedure
Provide additional training for the support staff
Schedule a training session for the database team
Communicate more proactively with customers-facing teams
Improve communication with stakeholders
Improve our monitoring
Improve test coverage
Enhance alerting and monitoring capabilities
Better documentation
Better monitoring and alerting
More thorough code reviews
Review our deployment process
Review incident response procedures
Follow the change management process more strictly
Make sure all engineers are aware of the maintenance window
Ensure that everyone follows the release checklist
Ensure proper testing is done before deployments
Make sure to test properly before releasing
Always verify the backups before migrations
Look into better caching options
Investigate possible improvements to the queue
Consider moving to a managed database
Explore alternatives to the current CDN
Think about adding a second region
Discuss ownership of the importer
Evaluate options for failover
We should be more proactive about capacity
Be more proactive with capacity planning
Keep a closer eye on disk usage
Monitor the situation
Continue monitoring the cluster
Avoid deploying late in the day
Avoid making the same mistake again
Never deploy on Fridays
Prevent this from happening again
Ensure this does not happen again
Learn from this incident
Share learnings with the wider engineering org
Hold a knowledge sharing session about Kafka
Encourage people to ask for help earlier
Escalate earlier
Respond faster to pages
Declare incidents sooner
Work on improving our runbooks
Strengthen our testing practices
Optimize database performance
Make the system more resilient
Increase resilience of the payment service
Foster a culture of ownership
Stay vigilant during peak traffic
Take extra care with DNS changes
Use caution when changing firewall rules
Check configurations more carefully
Perform more rigorous testing before release
Conduct more thorough testing of upgrades
Implement better testing
Establish better processes for releases
Adopt best practices for IAM
Update the team on the new escalation path
Inform all developers about the new flag
Tell everyone to use the new script
Double-check environment variables prior to deployment
Be mindful of rate limits
Figure out a better way to roll out schema changes
Find a way to detect this earlier
Come up with a plan for upgrades
Maybe add a retry
Could we add a canary?
It would be nice to have staging
Improve visibility into the pipeline
Improve collaboration between dev and ops
Teach developers about connection pooling
Educate users of the cluster on resource limits
Need to be better at communicating outages
Reviewers should look more closely at migrations
Developers must test locally before pushing
On-call should respond more quickly
Better coordination between teams during incidents
More communication during incidents
Reconsider the use of spot instances
Brainstorm ways to reduce toil
Plan to look at the alerts
Regularly review alerts
Conduct regular reviews of our infrastructure
Reinforce the importance of code review
Emphasize the need for testing
Refresher training on incident command
Study the feasibility of multi-region
Discuss with the vendor
Adhere to the change freeze
Comply with the deployment policy
Ensure adequate monitoring is in place
Improve onboarding documentation
Keep stakeholders informed
Pay attention to expiry dates
**Communication**: Improve the flow of information between support and engineering.
**Training:** All team members will go through incident response training.
The team will be reminded to tag releases.
We will make an effort to test changes more carefully.
Going forward, we will be more diligent about reviewing dependency updates.
People should think twice before restarting the broker.
Make everybody aware of the quota.
Let everyone know about the new dashboard.
Spread the word about the new runbook.
Get better at estimating load.
Take more time for code reviews.
Do not rush deployments.
No more changes after 4 pm.
Ask people to announce risky changes.
Request teams to review their alerts.
Have engineers double check their work.
We are going to look at how we handle secrets.
We are evaluating different options for our queue.
We want to improve how we communicate during incidents.
Further improve resilience of the platform.
Increased monitoring of the servers.
Regular training for staff.
Rethink how we do upgrades.
Revisit our approach to testing.
Investigate alternatives.
Better handovers.
Stricter code reviews.
Clearer documentation.
Ensure engineers have a good understanding of the billing flow.
Plan for better observability.
Assess whether we need a bigger database.
Determine if there is a better way to do this.
Potentially add more nodes.
Be prepared for traffic spikes.
Understand the limits of the new cluster better.
Socialise the post-mortem with the other teams.
Make sure that someone is always watching the dashboards during deploys.
Improved testing procedures.
Have a discussion with the storage team about quotas.
Consider whether the cache is needed.
Developers to be more careful with feature flags
Extra vigilance around month-end
Look at improving our deployment pipeline
We'll keep monitoring this
Continue to watch error rates
Make an effort to review alerts weekly
Improve the quality of our alerts
Improve incident response
Tighten up the review process
Reduce human error
Minimise the risk of human error
Ask everyone to read the runbook
Reiterate the importance of change tickets
Talk about on-call expectations
Have a think about sharding
We could possibly use a queue here
Perhaps this should be behind a flag
Investigate ways to make this more robust
Better use of feature flags
Better understanding of the network
Improved communication channels
Refresh everyone's knowledge of the restore procedure
Create awareness among the developers
Verify changes before pushing to production
Ensure that the checklist is followed
Always have a second pair of eyes on production changes
Encourage use of staging
Pay more attention to warnings in the logs
Test everything properly
Stop making manual changes in production
`
  .trim()
  .split('\n')

/** Items that change something, or end in something that one can see. */
const NOT_WEAK = `
Add an alert when replication lag exceeds 30 seconds
Block direct pushes to main with branch protection
Add retry with exponential backoff to the billing client
Move the cron job to the scheduler with a lease
Set memory limits on all ingest pods
Write a runbook for failing over the primary
Document the restore procedure in the wiki
Create a dashboard for queue depth
Upgrade Postgres to 15.4
Restore the 312 deleted rows from the snapshot
Rotate the leaked keys
Refund affected customers
Investigate why the health check passed during the outage
Reproduce the deadlock in staging
Add integration tests for the importer
Enable deletion protection on the production database
Remove the manual step from the release script
Migrate remaining services off the old proxy
Add a canary stage to the deploy pipeline
Automate certificate renewal
Require two approvals for changes to terraform/prod
Add the on-call rota to the pager tool
Follow up with AWS on case 11297
Schedule a game day for the failover
Increase the connection pool to 200
Reduce the TTL of the DNS record to 60 seconds
Publish the incident report on the status page
Add request ids to the logs
Configure alerts for certificate expiry 30 days ahead
Fix the race condition in the scheduler
Make the payment endpoint idempotent
Make staging use the same instance type as production
Ensure backups run before each migration
Ensure the job exits non-zero when an upload fails
Make sure user pods are in a separate pool
Notify customers about the corrupted invoices
Write a postmortem
Ask the vendor for their root cause analysis
Set up synthetic checks from three regions
Add a linter rule that rejects raw SQL in migrations
Test the restore of the largest database every month
Track error budget in Grafana
Delete unused feature flags
Switch to pnpm 10
Pin the base image by digest
Create a ticket to alert on pending pods
Identify all services that still use the v1 API
Audit IAM roles that can delete buckets
Verify that cron runs on the new host
Validate the config against the schema at start-up
Run the smoke tests after each deploy
Alert contributors about the stuck transaction
Inform affected users
Update the runbook with the new command
Update docs for the v2 endpoint
Introduce rate limiting on the publish endpoint
Implement monitoring on the admission controller
We need a Security Operations Centre
Add a status page
Remove no-longer-employed people from the log service
Define an SLO for search latency
Replace the faulty switch in rack 4
Roll back the change
Add load tests for 5k requests per second
Add a checklist to the release template
Add a confirmation prompt to the delete command
Split the monolithic queue into one per tenant
Limit the batch size to 500
Disable auto-merge for dependency updates
Cap retries at 3
Improve rollback speed to under 5 minutes
Improve the alert message by adding a link to the runbook
Add heartbeat monitoring
Clean up orphaned volumes
Use a lockfile in all repositories
Set requests and limits in the Helm chart
Cache the feature flags locally
Backfill the missing events for 3 May
Archive logs older than 90 days
Spike a blue-green setup
Hire a second DBA
Add a second replica in another zone
Document how to get kubectl access
Provide read access to the audit log for support
Create an OPA policy that rejects images without a digest
Send list of domains to be destroyed to the discord channel
Write resource constraints for our services
Monitor 5xx status codes of the API server
Review the three alerts that did not fire
Check for orphaned instances
Stop the legacy worker pool
Avoid a single writer by sharding the table by tenant
Prevent pods from being scheduled on the core nodes
Re-land the migration behind a flag
Implement a circuit breaker for the search client
Include crate downloads in the smoke test plan
Adjust the resource alerts to page earlier
**Alerting**: Page the on-call when fewer than two replicas are ready.
**Rollback**: Keep the previous image on every node for 24 hours.
Add a test that fails when the migration holds a lock for more than 5 s.
We will move the scheduler to its own database.
The importer will be rewritten to stream rows.
Create an alert for pods in CrashLoopBackOff.
Adding billing alerts
Implementing circuit breakers in the gateway
Write down who to call at the provider.
Add the provider's phone number to the runbook.
Contact the provider about the SLA credit.
Update the terraform module to set deletion_protection.
Limit who can publish to npm.
Enable two-factor authentication for all maintainers.
Grant the on-call engineer access to the DNS provider.
Give developers read access to production logs.
Build a tool that shows which flags are on.
Build a staging cluster that mirrors production.
Change the default timeout of the client.
Change the on-call schedule so that two people are on call at weekends.
Set a calendar reminder for the certificate renewal.
Renew the certificate automatically with cert-manager.
Verify backups weekly with an automated restore.
Move the alert from e-mail to PagerDuty.
Tune the autoscaler to start at 60 % CPU.
Check that the failover works in the next release.
Collect core dumps on crash.
Export slow queries to the log.
Enforce a naming convention in CI.
Add documentation for the backup job.
Create documentation about the network layout.
Document the on-call handover.
Analyse the core dump.
Determine the cause of the packet loss.
Find out which client sends the malformed header.
Debug the flaky health check.
Evaluate Kyverno for blocking privileged pods.
Investigate using a policy engine to prevent conflicting routes.
Test the failover of the mail server.
Improve error handling in the importer so that a bad row does not stop the batch.
Look up the certificate expiry in the exporter and alert at 14 days
Keep the last five releases on disk
Continue the rollout of v3 to the remaining 4 regions
Reduce the number of config files from 12 to 1
Reduce the blast radius by splitting the cluster
Ask AWS to raise the instance limit
Talk to the vendor to get a core dump tool
Use feature flags for all schema changes
Verify checksums on download
Test the restore procedure on the 1st of each month
Stop writing to the old bucket
Add retention of 30 days to the audit log
Make the deploy script refuse to run on a dirty tree
Enable audit logging for the console
Let the scheduler retry failed jobs twice
Let the load balancer drop connections after 30 s
Provide a read-only role for support
Provide a script that rebuilds the index
Set a budget alert at 80 %
Have the bot open a ticket for each failed backup
Have two people on call at weekends
Keep a warm standby in zone b
Watch the queue with a synthetic producer
Plan the migration to the new cluster (date, steps, rollback)
Get the certificate from the internal CA
Take snapshots before each upgrade
Share the dashboard with support
Send alerts to the team channel instead of e-mail
Train a smaller model for the fallback
Understand why the lease was not released
`
  .trim()
  .split('\n')

describe('the wording of action items', () => {
  for (const {id, flags, allows} of families) {
    it(`${id}: the examples of its data`, () => {
      assert.deepEqual(
        flags.map((text) => [text, weaknessOf(text)?.family]),
        flags.map((text) => [text, id]),
      )
      assert.deepEqual(
        allows.filter((text) => weaknessOf(text)),
        [],
      )
    })
  }

  it('is weak where it asks people to be different', () => {
    assert.deepEqual(
      WEAK.filter((text) => !weaknessOf(text)),
      [],
    )
  })

  it('is not weak where the system changes or a state is reached', () => {
    assert.deepEqual(
      NOT_WEAK.filter((text) => weaknessOf(text)),
      [],
    )
  })

  it('is found at its place, through Markdown and line breaks', () => {
    const source = '**Alerts**: We should  _also_ be\n more `careful` with them'
    const {span} = weaknessOf(source)!
    assert.equal(source.slice(span.start, span.end), 'be\n more `careful')
  })

  it('tells how much a task changes the system', () => {
    const levels = {
      stronger: [
        'Remove the manual step',
        'Block direct pushes to main',
        'Reject rows without a tenant',
        'Add branch protection',
        'Limit the batch size',
        'Make the endpoint idempotent',
        'Automate the renewal',
      ],
      intermediate: [
        'Add an alert for queue depth',
        'Add a canary stage',
        'Write a checklist into the release template',
        'Hold a game day',
        'Fix the race in the scheduler',
        'Add a second replica',
      ],
      weaker: [
        'Document the fail-over steps',
        'Remind everyone of the freeze',
        'Train the support team',
        'Be more careful',
        'Improve monitoring',
        'Announce the freeze',
        'Discuss the process',
      ],
    } as const
    for (const [level, tasks] of Object.entries(levels)) {
      assert.deepEqual(
        tasks.map((task) => [task, strengthOfText(task)]),
        tasks.map((task) => [task, level]),
      )
    }
    assert.equal(strengthOfText('The mailing list'), undefined)
  })

  it('tells the type of a task', () => {
    const types = {
      investigate: [
        'Investigate why the pool is full',
        'Reproduce the crash',
        'Find out which client sends it',
        'Measure the lag',
      ],
      repair: ['Restore the deleted rows', 'Revoke the leaked keys', 'Refund the orders', 'Clean up zombie hosts'],
      detect: [
        'Add an alert on lag',
        'Page when depth is above 500',
        'Set up a synthetic check',
        'Create a dashboard for the queue',
      ],
      mitigate: [
        'Throttle the importer',
        'Write a runbook for fail-over',
        'Add a kill switch',
        'Add a circuit breaker to the client',
      ],
      prevent: [
        'Reject rows without a tenant',
        'Validate the config at start-up',
        'Add integration tests for the importer',
        'Enable branch protection',
        'Pin the base image',
      ],
    } as const
    for (const [type, tasks] of Object.entries(types)) {
      assert.deepEqual(
        tasks.map((task) => [task, inferType(task)]),
        tasks.map((task) => [task, type]),
      )
    }
    assert.equal(inferType('Move the importer'), undefined)
  })

  it('is about one person where it names one as what has to change', () => {
    for (const text of [
      'Train Bob on the console',
      'Retrain the operator who ran it',
      'Priya needs to be more careful',
      'Coach the new engineer',
      'Written warning for the author',
    ]) {
      assert.ok(personFixingSpan(text), text)
    }
    for (const text of [
      'Train the team',
      'Talk to Sam about the load test',
      'Kim to add an alert',
      'Remind the bot owners',
      'Teach the model new labels',
    ]) {
      assert.equal(personFixingSpan(text), undefined, text)
    }
  })
})
