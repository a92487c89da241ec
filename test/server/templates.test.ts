import assert from 'node:assert/strict'
import {FOLDER, TestClient} from './support/client.ts'
import {replaced} from './support/actions.ts'
import {NOTES, POSTMORTEM} from './support/documents.ts'

const AT = {instant: '2024-03-09T14:05:00+01:00', zone: 'Europe/Berlin'}

describe('templates', () => {
  let client: TestClient
  afterEach(() => client.stop())

  it('are listed with what they are for, the team’s own first', async () => {
    const file = `${FOLDER}/.postmortem/templates/ours.md`
    client = await TestClient.start({
      files: new Map([
        [file, '---\nname: Ours\npurpose: For us.\n---\n\n## Summary\n\n_What happened?_\n\n## Impact\n'],
      ]),
    })
    const list = await client.ask('postmortem/templates', {uri: `${FOLDER}/a.md`})
    assert.deepEqual(list[0], {
      id: 'ours',
      name: 'Ours',
      purpose: 'For us.',
      source: '/work/notes/.postmortem/templates/ours.md',
      own: true,
    })
    assert.ok(list.length > 10 && list.every(({purpose, name}) => purpose && name))
  })

  it('of a team are explained where they cannot be read, and are no post-mortems themselves', async () => {
    const file = `${FOLDER}/.postmortem/templates/broken.md`
    client = await TestClient.start({files: new Map([[file, 'No headings here.\n']])})
    const told = client.pushed(file)
    await client.ask('postmortem/templates', {uri: `${FOLDER}/a.md`})
    assert.match(String((await told)[0]!.message), /no headings of level two/)
    const uri = await client.open('## Timeline\n\n_When?_\n\n## Impact\n\n_Who?_\n\n## Root causes\n', file)
    assert.deepEqual((await client.pull(uri)).items, [])
  })

  it('make a new document with tab stops and a file name', async () => {
    client = await TestClient.start()
    const {snippet, fileName} = await client.ask('postmortem/newDocument', {
      folder: `${FOLDER}/post-mortems`,
      template: 'blameless',
      title: 'Checkout: errors in Europe!',
      severity: 'SEV1',
      start: '2024-03-08T22:10:00Z',
      at: AT,
    })
    assert.equal(fileName, '2024-03-08-checkout-errors-in-europe.md')
    assert.match(snippet, /^---\n[^]*severity: SEV1\n/)
    assert.match(snippet, /# Checkout: errors in Europe!\n\n## Summary\n\n\$\{\d+:_/)
    const named = await client.ask('postmortem/newDocument', {
      template: 'minimal',
      fileName: '../${severity}/${title}',
      at: AT,
    })
    assert.equal(named.fileName, 'incident.md')
  })

  it('bring one section, or all that are missing, to their places', async () => {
    client = await TestClient.start()
    const uri = await client.open(POSTMORTEM)
    const offers = (await client.ask('postmortem/sections', {textDocument: {uri}}))!
    assert.equal(offers.find(({kind}) => kind === 'timeline')!.present, true)
    const impact = offers.find(({kind}) => kind === 'impact')!
    assert.match(
      replaced(client, uri, [impact.edit]),
      /^# Post-mortem: checkout errors\n\n## Impact\n[^]*## Root causes/,
    )
    const edits = (await client.ask('postmortem/missingSections', {textDocument: {uri}}))!
    const text = replaced(client, uri, edits)
    for (const {heading, required, present} of offers)
      if (required && !present) assert.ok(text.includes(`# ${heading}\n`), heading)
    assert.ok(!/\n\n\n/.test(text))
    // Each tab stop once, so that no place is filled by typing in another.
    for (const {snippet} of edits) {
      const stops = [...snippet.matchAll(/\$\{(\d+):/g)].map(([, stop]) => stop)
      assert.equal(new Set(stops).size, stops.length)
    }
  })

  it('are changed by name in the front matter, which keeps all text', async () => {
    client = await TestClient.start()
    const uri = await client.open(POSTMORTEM)
    const edits = (await client.ask('postmortem/changeTemplate', {textDocument: {uri}, template: 'pagerduty'}))!
    const text = replaced(client, uri, edits)
    assert.ok(text.startsWith('---\ntemplate: pagerduty\n---\n\n# Post-mortem'))
    for (const line of POSTMORTEM.split('\n')) assert.ok(text.includes(line), line)
    const named = await client.open(
      `---\nseverity: SEV1\ntemplate: minimal\n---\n${POSTMORTEM}`,
      `${FOLDER}/incidents/b.md`,
    )
    const change = (await client.ask('postmortem/changeTemplate', {textDocument: {uri: named}, template: 'coe'}))!
    assert.ok(replaced(client, named, change).startsWith('---\nseverity: SEV1\ntemplate: coe\n---\n'))
  })

  it('have nothing to do with other Markdown', async () => {
    client = await TestClient.start()
    const uri = await client.open(NOTES, `${FOLDER}/notes.md`)
    assert.equal(await client.ask('postmortem/sections', {textDocument: {uri}}), null)
    assert.equal(await client.ask('postmortem/missingSections', {textDocument: {uri}}), null)
  })
})
