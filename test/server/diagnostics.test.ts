import assert from 'node:assert/strict'
import type {Diagnostic} from 'vscode-languageserver-protocol/node'
import {ABLE, FOLDER, PUSHED, TestClient} from './support/client.ts'
import {HINDSIGHT, NOTES, POSTMORTEM} from './support/documents.ts'

const codes = (diagnostics: readonly Diagnostic[]): unknown[] => diagnostics.map(({code}) => code)
const has = (rule: string) => (diagnostics: readonly Diagnostic[]) => codes(diagnostics).includes(rule)

describe('diagnostics', () => {
  let client: TestClient
  afterEach(() => client.stop())

  describe('for an editor that asks', () => {
    it('have a place, a severity, a rule and its page', async () => {
      client = await TestClient.start()
      const uri = await client.open(POSTMORTEM)
      const {kind, items} = await client.pull(uri)
      assert.equal(kind, 'full')
      const found = items.find(({code}) => code === 'counterfactual')!
      const {start, end} = found.range
      assert.equal(
        POSTMORTEM.split('\n')[start.line]!.slice(start.character, end.character).slice(0, 11),
        'should have',
      )
      assert.equal(found.severity, 2)
      assert.equal(found.source, 'postmortem')
      assert.equal(found.codeDescription?.href, 'https://example.org/rules/counterfactual.md')
    })

    it('are “unchanged” for what the editor has', async () => {
      client = await TestClient.start()
      const uri = await client.open(POSTMORTEM)
      const first = await client.pull(uri)
      const second = await client.pull(uri, first.resultId)
      assert.deepEqual(second, {kind: 'unchanged', resultId: first.resultId})
      await client.replace(uri, 0, 0, '\n')
      const third = await client.pull(uri, first.resultId)
      assert.equal(third.kind, 'full')
    })

    it('follow incremental changes', async () => {
      client = await TestClient.start()
      const uri = await client.open(POSTMORTEM)
      const at = POSTMORTEM.indexOf(HINDSIGHT)
      await client.replace(uri, at, at + HINDSIGHT.length, 'The migration took a lock.')
      assert.ok(!has('counterfactual')((await client.pull(uri)).items))
      await client.replace(uri, at, at, `${HINDSIGHT}\n\n`)
      assert.ok(has('counterfactual')((await client.pull(uri)).items))
    })

    it('stay silent about other Markdown', async () => {
      client = await TestClient.start()
      const uri = await client.open(NOTES, `${FOLDER}/shopping.md`)
      assert.deepEqual((await client.pull(uri)).items, [])
    })

    it('let whole-document rules wait until nobody types, at their moved places', async () => {
      client = await TestClient.start({options: {delays: {language: 0, document: 30}}})
      const text = '# Post-mortem: x\n\n## Root causes\n\nThe lock.\n'
      const uri = await client.open(text)
      const before = (await client.pull(uri)).items
      const refreshed = client.next('workspace/diagnostic/refresh')
      await client.replace(uri, text.length, text.length, `\n## Timeline\n\n${HINDSIGHT}\n`)
      const typing = await client.pull(uri)
      assert.ok(typing.resultId!.endsWith('+'))
      // What the text already has is not yet news to whole-document rules; words are.
      assert.deepEqual(
        codes(typing.items).filter((code) => code === 'missing-section').length,
        codes(before).filter((code) => code === 'missing-section').length,
      )
      await refreshed
      const quiet = await client.pull(uri, typing.resultId)
      assert.equal(quiet.kind, 'full')
      assert.ok(!quiet.resultId!.endsWith('+'))
    })

    it('stop for a newer version, which is then answered', async () => {
      client = await TestClient.start()
      const long =
        POSTMORTEM +
        Array.from(
          {length: 400},
          (_, i) => `\n## Part ${i}\n\nThe service ${i} stopped answering for a while. ${HINDSIGHT}\n`,
        ).join('')
      const uri = await client.open(long)
      const overtaken = client.pull(uri)
      // The first breath is taken before the work begins, the second in the middle of it.
      await client.next('breathe')
      await client.next('breathe')
      await client.replace(uri, 0, 0, '\n')
      await assert.rejects(overtaken, {code: -32802})
      assert.ok(has('counterfactual')((await client.pull(uri)).items))
    })

    it('answer “cancelled” and never an empty list when the question is withdrawn', async () => {
      client = await TestClient.start()
      const uri = await client.open(POSTMORTEM)
      const {CancellationTokenSource} = await import('vscode-languageserver-protocol/node')
      const source = new CancellationTokenSource()
      const answer = client.connection.sendRequest('textDocument/diagnostic', {textDocument: {uri}}, source.token)
      source.cancel()
      await assert.rejects(answer, {code: -32800})
    })
  })

  describe('for an editor that waits to be told', () => {
    it('come after opening and after changes, with the version', async () => {
      client = await TestClient.start({capabilities: PUSHED})
      const uri = `${FOLDER}/incidents/a.md`
      const opened = client.pushed(uri)
      await client.open(POSTMORTEM, uri)
      assert.ok(has('counterfactual')(await opened))
      const changed = client.pushed(uri, ({version}) => version === 2)
      const at = POSTMORTEM.indexOf(HINDSIGHT)
      await client.replace(uri, at, at + HINDSIGHT.length, 'The migration took a lock.')
      assert.ok(!has('counterfactual')(await changed))
    })

    it('go away when the document is closed', async () => {
      client = await TestClient.start({capabilities: PUSHED})
      const uri = `${FOLDER}/incidents/a.md`
      const opened = client.pushed(uri)
      await client.open(POSTMORTEM, uri)
      await opened
      const closed = client.pushed(uri)
      await client.close(uri)
      assert.deepEqual(await closed, [])
    })
  })

  describe('and settings', () => {
    it('are read per resource and run again once after a change', async () => {
      client = await TestClient.start({settings: {rules: {counterfactual: 'error'}}})
      const uri = await client.open(POSTMORTEM)
      const first = await client.pull(uri)
      assert.equal(first.items.find(({code}) => code === 'counterfactual')!.severity, 1)
      let refreshes = 0
      client.events.on('workspace/diagnostic/refresh', () => refreshes++)
      const refreshed = client.next('workspace/diagnostic/refresh')
      await client.changeSettings({rules: {counterfactual: 'off'}})
      await client.changeSettings({rules: {counterfactual: 'off'}})
      await refreshed
      assert.ok(!has('counterfactual')((await client.pull(uri, first.resultId)).items))
      assert.equal(refreshes, 1)
    })

    it('come from the workspace file, which has the last word', async () => {
      const files = new Map([[`${FOLDER}/.postmortemrc.yml`, 'rules:\n  counterfactual: information\n']])
      client = await TestClient.start({settings: {rules: {counterfactual: 'error'}}, files})
      const uri = await client.open(POSTMORTEM)
      const first = await client.pull(uri)
      assert.equal(first.items.find(({code}) => code === 'counterfactual')!.severity, 3)
      files.set(`${FOLDER}/.postmortemrc.yml`, 'rules:\n  counterfactual: off\n')
      const refreshed = client.next('workspace/diagnostic/refresh')
      await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{uri: `${FOLDER}/.postmortemrc.yml`, type: 2}],
      })
      await refreshed
      assert.ok(!has('counterfactual')((await client.pull(uri)).items))
    })

    it('are explained in the workspace file where they say nothing', async () => {
      const config = `${FOLDER}/.postmortemrc.yml`
      client = await TestClient.start({files: new Map([[config, 'attribution: nobody\nruels: {}\n']])})
      const told = client.pushed(config)
      const uri = await client.open(POSTMORTEM)
      await client.pull(uri)
      assert.deepEqual(
        (await told).map(({message, range}) => [range.start.line, message]),
        [
          [0, '“attribution” is “nobody”; it takes one of role, name, none.'],
          [1, '“ruels” is no setting. “rules” is.'],
        ],
      )
    })

    it('can come with the start where the editor has no other way', async () => {
      const capabilities = {...ABLE, workspace: {...ABLE.workspace, configuration: false}}
      client = await TestClient.start({capabilities, options: {settings: {rules: {counterfactual: 'off'}}}})
      const uri = await client.open(POSTMORTEM)
      assert.ok(!has('counterfactual')((await client.pull(uri)).items))
      assert.equal(client.configurationRequests, 0)
      const refreshed = client.next('workspace/diagnostic/refresh')
      await client.connection.sendNotification('workspace/didChangeConfiguration', {
        settings: {postmortem: {rules: {counterfactual: 'hint'}}},
      })
      await refreshed
      assert.equal((await client.pull(uri)).items.find(({code}) => code === 'counterfactual')!.severity, 4)
    })

    it('include and exclude files', async () => {
      client = await TestClient.start({settings: {include: ['notes/**'], exclude: ['**/skip.md']}})
      const included = await client.open(NOTES, `${FOLDER}/notes/shopping.md`)
      assert.notDeepEqual((await client.pull(included)).items, [])
      const excluded = await client.open(POSTMORTEM, `${FOLDER}/incidents/skip.md`)
      assert.deepEqual((await client.pull(excluded)).items, [])
    })
  })

  describe('of the whole workspace', () => {
    const files = (): Map<string, string> =>
      new Map([
        [`${FOLDER}/incidents/a.md`, POSTMORTEM],
        [`${FOLDER}/incidents/b.md`, '# Fine\n'],
        [`${FOLDER}/readme.md`, NOTES],
      ])

    it('come in the background for an editor that asks, and again when a file changes', async () => {
      const disk = files()
      client = await TestClient.start({settings: {lintWorkspace: true}, files: disk})
      const ask = (
        previousResultIds: {uri: string; value: string}[],
      ): Promise<{items: {uri: string; kind: string; resultId: string; items: Diagnostic[]}[]}> =>
        client.request('workspace/diagnostic', {previousResultIds})
      const first = await ask([])
      const found = first.items.find(({uri}) => uri.endsWith('a.md'))!
      assert.ok(has('counterfactual')(found.items))
      assert.ok(!first.items.some(({uri}) => uri.endsWith('readme.md')))
      const second = ask([{uri: found.uri, value: found.resultId}])
      disk.set(found.uri, '# Fine\n')
      await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{uri: found.uri, type: 2}],
      })
      const [report] = (await second).items
      assert.equal(report!.uri, found.uri)
      assert.ok(!has('counterfactual')(report!.items))
    })

    it('are registered for as the setting says', async () => {
      client = await TestClient.start({settings: {lintWorkspace: false}})
      const uri = await client.open(POSTMORTEM)
      await client.pull(uri)
      assert.equal(
        (client.registrations.get('textDocument/diagnostic') as {workspaceDiagnostics: boolean}).workspaceDiagnostics,
        false,
      )
      const registered = client.next('client/registerCapability')
      await client.changeSettings({lintWorkspace: true})
      await registered
      assert.equal(
        (client.registrations.get('textDocument/diagnostic') as {workspaceDiagnostics: boolean}).workspaceDiagnostics,
        true,
      )
    })

    it('are sent to an editor that waits to be told, and taken back with the setting', async () => {
      const uri = `${FOLDER}/incidents/a.md`
      client = await TestClient.start({capabilities: PUSHED, settings: {lintWorkspace: true}, files: files()})
      assert.ok(has('counterfactual')(await client.pushed(uri)))
      const gone = client.pushed(uri)
      await client.changeSettings({lintWorkspace: false})
      assert.deepEqual(await gone, [])
    })

    it('ask for the settings of a folder once', async () => {
      const disk = new Map(Array.from({length: 12}, (_, i) => [`${FOLDER}/incidents/${i}.md`, POSTMORTEM]))
      client = await TestClient.start({settings: {lintWorkspace: true}, files: disk})
      const {items} = await client.request<{items: unknown[]}>('workspace/diagnostic', {previousResultIds: []})
      assert.equal(items.length, 12)
      assert.ok(client.configurationRequests <= 3, `${client.configurationRequests} requests`)
    })

    it('can be stopped by the person', async () => {
      const disk = new Map(
        Array.from({length: 60}, (_, i) => [`${FOLDER}/incidents/${String(i).padStart(2, '0')}.md`, POSTMORTEM]),
      )
      client = await TestClient.start({capabilities: PUSHED, settings: {lintWorkspace: true}, files: disk})
      let checked = 0
      client.events.on('textDocument/publishDiagnostics', () => checked++)
      const {token} = (await client.next('window/workDoneProgress/create')) as {token: string}
      const ended = new Promise<void>((resolve) =>
        client.events.on('$/progress', ({value}: {value: {kind: string}}) => {
          if (value.kind === 'report' && checked === 0)
            void client.connection.sendNotification('window/workDoneProgress/cancel', {token})
          if (value.kind === 'end') resolve()
        }),
      )
      await ended
      assert.ok(checked < 60, `${checked} of 60 files`)
    })
  })
})
