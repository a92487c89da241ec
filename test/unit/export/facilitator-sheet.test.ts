import assert from 'node:assert/strict'
import {DEFAULT_CONFIG, PostmortemDocument} from '#core'
import {facilitatorSheet} from '#core/export/facilitator-sheet.ts'

const TEXT = `---
severity: SEV1
facilitator: Ada
responders: [Mira, Tomás]
---

# Checkout down

## Impact

No user was affected.

> **Ask:** Who else was hit?

## Timeline (UTC)

- 2024-03-01 10:02 Pager fires
- 2024-03-01 10:09 Mira answers
- 2024-03-01 14:40 Orders arrive again
`

describe('the facilitator sheet', () => {
  const sheet = facilitatorSheet(new PostmortemDocument(TEXT), DEFAULT_CONFIG)

  it('names the roles and who has them', () => {
    assert.match(sheet, /^# Facilitator sheet: Checkout down\n/)
    assert.match(sheet, /\| Facilitator \| Ada \|/)
    assert.match(sheet, /\| Responders \| Mira, Tomás \|/)
    assert.match(sheet, /\| Note-taker \| – \|/)
  })
  it('lists what stands open, gaps and contradictions', () => {
    assert.match(sheet, /- \[ \] Who else was hit\? \(Impact\)/)
    assert.match(sheet, /## Gaps in the timeline\n\n- .*10:09 – .*14:40: /)
    assert.match(sheet, /## What does not add up\n\n- Line 2 and 11: The impact says that nobody was affected/)
  })
  it('opens and closes without a word about fault', () => {
    assert.match(sheet, /> We are here to put together what each of us saw and knew/)
    assert.match(sheet, /- Whose obligation is it to meet that need\?/)
    assert.match(sheet, /“They failed to …” – What information were they acting on\?/)
  })
  it('says so where it finds nothing', () => {
    assert.equal(facilitatorSheet(new PostmortemDocument(''), DEFAULT_CONFIG).match(/Nothing found\./g)?.length, 3)
  })
})
