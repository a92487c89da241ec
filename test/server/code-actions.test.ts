import assert from 'node:assert/strict'
import {ABLE, TestClient} from './support/client.ts'
import {actionsAt, applied} from './support/actions.ts'
import {HINDSIGHT, POSTMORTEM} from './support/documents.ts'

describe('code actions', () => {
  let client: TestClient
  afterEach(() => client.stop())

  it('disable a rule for the line, with a tab stop for the reason', async () => {
    client = await TestClient.start()
    const uri = await client.open(POSTMORTEM)
    const action = (await actionsAt(client, uri, 'should have')).find(
      ({title}) => title === 'Disable counterfactual for this line',
    )!
    const text = applied(client, uri, action.edit)
    assert.ok(text.includes(`${HINDSIGHT} <!-- postmortem-disable-line counterfactual: \${1:reason} -->\n`))
    await client.replace(uri, 0, POSTMORTEM.length, text.replace('${1:reason}', 'quoted'))
    assert.ok(!(await client.pull(uri)).items.some(({code}) => code === 'counterfactual'))
  })

  it('disable a rule for the file, behind the front matter', async () => {
    client = await TestClient.start({capabilities: {...ABLE, workspace: {...ABLE.workspace, workspaceEdit: {}}}})
    const uri = await client.open(`---\nseverity: SEV1\n---\n${POSTMORTEM}`)
    const action = (await actionsAt(client, uri, 'should have')).find(
      ({title}) => title === 'Disable counterfactual for this file',
    )!
    assert.ok(
      applied(client, uri, action.edit).startsWith(
        '---\nseverity: SEV1\n---\n\n<!-- postmortem-disable-file counterfactual: reason -->\n# Post-mortem',
      ),
    )
  })

  it('offer every fix of a finding with its edit', async () => {
    client = await TestClient.start()
    const uri = await client.open(POSTMORTEM)
    const {items} = await client.pull(uri)
    for (const item of items) {
      const start = client.places(uri).offset(item.range.start)
      const actions = await actionsAt(client, uri, POSTMORTEM.slice(start, start + 20))
      for (const {title, edit, command} of actions) assert.ok(edit !== undefined || command !== undefined, title)
    }
  })

  it('open the page of a rule only where the editor knows the command', async () => {
    client = await TestClient.start({options: {commands: true}})
    const uri = await client.open(POSTMORTEM)
    const pages = (await actionsAt(client, uri, 'should have')).filter(
      ({command}) => command?.command === 'postmortem.openRulePage',
    )
    assert.ok(pages.some(({command}) => command!.arguments![0] === 'counterfactual'))
    await client.stop()
    client = await TestClient.start()
    const other = await client.open(POSTMORTEM)
    assert.ok(!(await actionsAt(client, other, 'should have')).some(({command}) => command))
  })

  it('are filtered by the kind that is asked for', async () => {
    client = await TestClient.start()
    const uri = await client.open(POSTMORTEM)
    const rewrites = await actionsAt(client, uri, 'Reject migrations', ['refactor'])
    assert.ok(rewrites.some(({title}) => /table/i.test(title)))
    assert.ok(rewrites.every(({kind}) => kind === 'refactor.rewrite'))
    assert.deepEqual(await actionsAt(client, uri, 'should have', ['source.organizeImports']), [])
    assert.ok(
      (await actionsAt(client, uri, 'should have', ['source.fixAll'])).every(
        ({kind}) => kind === 'source.fixAll.postmortem',
      ),
    )
  })

  it('turn a list of actions into a table', async () => {
    client = await TestClient.start()
    const uri = await client.open(POSTMORTEM)
    const action = (await actionsAt(client, uri, 'Reject migrations', ['refactor'])).find(({title}) =>
      /into a table/.test(title),
    )!
    assert.match(applied(client, uri, action.edit), /\| Reject migrations without a lock timeout.*\| @dana/)
  })

  it('sort entries and rewrite their zone, which the person confirms', async () => {
    client = await TestClient.start()
    const uri = await client.open(
      '# Post-mortem: x\n\n## Timeline\n\n- 2024-03-09 10:30 CET Alert\n- 2024-03-09 10:00 CET Deploy\n',
    )
    const actions = await actionsAt(client, uri, 'Alert', ['refactor'])
    const sort = actions.find(({title}) => /^Sort/.test(title))!
    assert.match(applied(client, uri, sort.edit), /Deploy\n[^]*Alert\n$/)
    const utc = actions.find(({title}) => title === 'Tell all times in UTC')!
    assert.match(applied(client, uri, utc.edit), /- 2024-03-09 09:30 UTC Alert\n- 2024-03-09 09:00 UTC Deploy/)
    assert.deepEqual(utc.edit!.changeAnnotations, {zone: {label: 'Tell all times in UTC', needsConfirmation: true}})
  })

  it('apply fixes that change no meaning all at once, and only those', async () => {
    client = await TestClient.start()
    const uri = await client.open(
      POSTMORTEM.replace('The migration starts.', 'The migration starts. ').replace(
        HINDSIGHT,
        'Obviously the queue was going to back up.',
      ),
    )
    const [action] = await actionsAt(client, uri, '# Post-mortem', ['source.fixAll'])
    const {items} = await client.pull(uri)
    assert.ok(items.length > 0)
    if (action) assert.ok(!applied(client, uri, action.edit).includes('## Impact'))
  })
})
