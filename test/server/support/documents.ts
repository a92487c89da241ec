/** A sentence that the rule `counterfactual` speaks about, wherever it stands in a section of causes. */
export const HINDSIGHT = 'They should have tested the migration before deploying it.'

export const POSTMORTEM = `# Post-mortem: checkout errors

## Root causes

${HINDSIGHT}

## Timeline

All times in UTC.

- 2024-03-09 10:00 UTC The migration starts.
- 2024-03-09 10:12 UTC Checkout returns errors.
- 2024-03-09 11:30 UTC An alert fires and the on-call engineer looks at it.
- 2024-03-09 11:42 UTC The migration is rolled back and service is restored.

## Action items

- [ ] Reject migrations without a lock timeout (owner: @dana, due: 2024-04-01)
- [ ] Add an alert for error rates above 1 %
`

export const NOTES = '# Shopping\n\nMilk and bread. They should have tested the bread.\n'
