import assert from 'node:assert/strict'
import * as vscode from 'vscode'
import {driver} from './driver.ts'
import {closeAll, open, until, workspace} from './editor.ts'

/** A file for each test: what one has typed is not there for the next. */
let files = 0
const nextFile = (): string => `postmortems/search-${++files}.md`

const ENTRIES = [
  '2024-03-04 16:10 Platform team merges the change that builds the index from a new table [introduced]',
  '13:20 First empty result pages; the nightly index becomes the live one [start]',
  '13:31 Support hears from four shops that their search finds nothing',
  '13:52 A page fires on the rate of empty results [detected]',
  '13:55 On-call engineer acknowledges the page [acknowledged]',
  '14:01 On-call engineer restarts the query nodes, expecting stale caches [hypothesis]',
  '14:04–14:12 The query nodes restart one after the other',
  '14:16 Platform team joins and looks at the index: zero documents [diagnosed]',
  '14:20 Platform team decides to go back to the index of Monday [decision]',
  '14:34 Results are back in all regions [mitigated]',
  '17:45 Platform team finishes the new index and switches it on [resolved]',
  '2024-03-06 09:30 Support learns that two more shops had seen empty pages since 13:05 [found later]',
]

const textOf = (entries: readonly string[]): string =>
  `# Search returned empty pages for 74 minutes\n\n## Summary\n\nOn 5 March 2024 search returned empty pages for all shops.\n\n## Timeline\n\nAll times are UTC, 2024-03-05.\n\n${entries.map((entry) => `- ${entry}\n`).join('')}\n## Action items\n\n- [ ] Hold back an index without documents (owner: @platform, due: 2024-03-20)\n`

/** Known by the list that only our page has. */
const FRAME = '#page .list'
/** Buttons take the page's font by our style sheet only, which a browser drops if it comes with the wrong type. */
const STYLED = `getComputedStyle(document.querySelector('button')).fontFamily === getComputedStyle(document.body).fontFamily`

const THEMES = [
  ['light', 'Default Light Modern', '.vs'],
  ['dark', 'Default Dark Modern', '.vs-dark'],
  ['high-contrast', 'Default High Contrast', '.hc-black'],
] as const

const lineOf = (document: vscode.TextDocument, words: string): number =>
  document.positionAt(document.getText().indexOf(words)).line

async function openPreview(entries: readonly string[] = ENTRIES, file = nextFile()): Promise<vscode.TextDocument> {
  const document = await open(file, textOf(entries))
  await vscode.commands.executeCommand('postmortem.openTimelinePreview')
  await until(
    vscode.window.tabGroups.onDidChangeTabs,
    () => (previewTab() ? true : undefined),
    'the tab of the preview',
  )
  await driver?.waitFor('.entry[data-event="1"]', {frame: FRAME})
  return document
}

const previewTab = (): vscode.Tab | undefined =>
  vscode.window.tabGroups.all
    .flatMap(({tabs}) => tabs)
    .find(({input}) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('postmortem.timeline'))

describe('the timeline preview', () => {
  afterEach(closeAll)

  it('opens beside the editor and leaves the keyboard there', async () => {
    const document = await openPreview()
    assert.equal(vscode.window.activeTextEditor?.document, document)
    assert.equal(vscode.window.tabGroups.all.length, 2)
    if (!driver) return
    assert.equal((await driver.texts('.list .entry', FRAME)).length, ENTRIES.length)
    // Rows out of sight are not laid out, so they have no inner text.
    const days = await driver.evaluate(`[...document.querySelectorAll('.day')].map((day) => day.textContent)`, FRAME)
    assert.deepEqual(days, ['4 Mar', '5 Mar', '6 Mar'])
    assert.match((await driver.texts('.figures', FRAME)).join(' '), /Time to detect\s*32 min/)
  })

  it('leads from a row and from a mark to the line', async () => {
    const document = await openPreview()
    if (!driver) return
    for (const [place, words] of [
      ['.entry[data-event="5"]', 'restarts the query nodes'],
      ['.picture [data-kind="range"]', 'The query nodes restart'],
      ['.figures li:first-child .end:last-child', 'A page fires'],
    ] as const) {
      const line = lineOf(document, words)
      await driver.click(place, FRAME)
      await until(
        vscode.window.onDidChangeTextEditorSelection,
        () =>
          vscode.window.visibleTextEditors.find((one) => one.document === document)?.selection.active.line === line
            ? true
            : undefined,
        `the cursor at “${words}”`,
      )
    }
  })

  it('follows the cursor', async () => {
    const document = await openPreview()
    const editor = vscode.window.activeTextEditor!
    for (const event of [3, 8]) {
      const at = new vscode.Position(lineOf(document, ENTRIES[event]!), 4)
      editor.selection = new vscode.Selection(at, at)
      await driver?.waitFor(`.entry[data-event="${event}"][aria-current]`, {frame: FRAME})
      await driver?.waitFor('.picture [data-current]', {frame: FRAME})
    }
  })

  it('follows what is typed, and other documents', async () => {
    const document = await openPreview()
    const edit = new vscode.WorkspaceEdit()
    edit.insert(document.uri, new vscode.Position(lineOf(document, '13:31'), 0), '- 13:25 The first shop calls\n')
    await vscode.workspace.applyEdit(edit)
    await driver?.waitFor('.entry:has-text("The first shop calls")', {frame: FRAME})
    await open('postmortems/other.md', '# Post-mortem: queue\n\n## Timeline\n\nTo come.\n')
    await driver?.waitFor('.notice:has-text("No events yet")', {frame: '#page .notice'})
    await driver?.screenshot('timeline-empty', {width: 1200, height: 760})
  })

  it('is used with keys alone', async () => {
    const document = await openPreview()
    if (!driver) return
    await driver.click('.entry[data-event="1"]', FRAME)
    await driver.press('ArrowDown', 'ArrowDown')
    await driver.waitFor('.entry[data-event="3"]:focus', {frame: FRAME})
    await driver.press('End')
    await driver.waitFor('.entry[data-event="11"]:focus', {frame: FRAME})
    await driver.press('+')
    await driver.waitFor('.picture.zoomed', {frame: FRAME})
    await driver.press('0')
    await driver.waitFor('.picture:not(.zoomed)', {frame: FRAME})
    await driver.press('/')
    await driver.waitFor('input:focus', {frame: FRAME})
    await driver.type('index')
    await driver.waitFor('[role="status"]:has-text("5 of 12 events")', {frame: FRAME, state: 'attached'})
    await driver.press('Escape', 'Home', 'Enter')
    const line = lineOf(document, 'merges the change')
    await until(
      vscode.window.onDidChangeActiveTextEditor,
      () =>
        vscode.window.activeTextEditor?.document === document &&
        vscode.window.activeTextEditor.selection.active.line === line
          ? true
          : undefined,
      'the keyboard in the editor',
    )
  })

  it('puts the question of a gap into the document', async () => {
    const document = await openPreview()
    if (!driver) return
    await driver.click('.list .gap .ask', FRAME)
    await until(
      vscode.workspace.onDidChangeTextDocument,
      () => (/\*\*Ask:\*\* What was the system doing in these 3 h 11 min/.test(document.getText()) ? true : undefined),
      'the question in the text',
    )
  })

  it('is there again after its page was reloaded', async () => {
    await openPreview()
    if (!driver) return
    await driver.click('input[type="search"]', FRAME)
    await driver.type('query')
    await driver.waitFor('.entry[data-event="1"]', {frame: FRAME, state: 'detached'})
    await driver.evaluate(`document.body.dataset.before = 'the reload'`, FRAME)
    await vscode.commands.executeCommand('workbench.action.webview.reloadWebviewAction')
    const after = `body:not([data-before]) ${FRAME}`
    await driver.waitFor('.entry[data-event="6"]', {frame: after})
    assert.equal(await driver.evaluate(`document.querySelector('input[type="search"]').value`, after), 'query')
    assert.equal((await driver.texts('.list .entry', after)).length, 2)
  })

  it('draws the same picture in the Markdown preview', async () => {
    // An extension host of its own, as in the test of the web worker, gets no plug-in from another.
    if (!vscode.extensions.getExtension('vscode.markdown-language-features')) return
    const document = await open(nextFile(), textOf(ENTRIES))
    vscode.window.activeTextEditor!.revealRange(document.lineAt(6).range, vscode.TextEditorRevealType.AtTop)
    await vscode.commands.executeCommand('markdown.showPreviewToSide')
    if (!driver) return
    await driver.waitFor('.postmortem-timeline svg', {frame: '.postmortem-timeline'})
    const heading = `document.querySelector('.postmortem-timeline').previousElementSibling.textContent`
    assert.equal(await driver.evaluate(heading, '.postmortem-timeline'), 'Timeline')
    await driver.screenshot('timeline-markdown-preview', {width: 1400, height: 860})
  })

  it('exports to files', async () => {
    await openPreview()
    const read = async (format: string): Promise<Uint8Array> => {
      const file = vscode.Uri.joinPath(workspace(), `search.${format}`)
      await vscode.commands.executeCommand('postmortem.exportTimeline', {format, to: 'file', file})
      return vscode.workspace.fs.readFile(file)
    }
    const svg = new TextDecoder().decode(await read('svg'))
    assert.match(svg, /^<svg .*Detection 32 min.*<\/svg>\n$/s)
    const png = await read('png')
    assert.deepEqual(
      [...png.slice(1, 4)],
      [...'PNG'].map((letter) => letter.charCodeAt(0)),
    )
    const size = (at: number): number => new DataView(png.buffer, png.byteOffset).getUint32(at)
    assert.deepEqual(
      [size(16), size(20)],
      [1, 2].map((group) => 2 * Number(/ width="(\d+)" height="(\d+)"/.exec(svg)![group])),
    )
  })

  for (const [name, theme, root] of THEMES) {
    it(`in the theme “${theme}”`, async () => {
      const workbench = vscode.workspace.getConfiguration('workbench')
      await workbench.update('colorTheme', theme, vscode.ConfigurationTarget.Global)
      try {
        const document = await openPreview(ENTRIES, 'postmortems/search-outage.md')
        await vscode.commands.executeCommand('workbench.action.closeSidebar')
        const editor = vscode.window.activeTextEditor!
        const at = new vscode.Position(lineOf(document, ENTRIES[3]!), 4)
        editor.selection = new vscode.Selection(at, at)
        editor.revealRange(new vscode.Range(at, at), vscode.TextEditorRevealType.InCenter)
        await driver?.waitFor(`.monaco-workbench${root}`)
        await driver?.waitFor('.entry[data-event="3"][aria-current]', {frame: FRAME})
        if (driver) assert.ok(await driver.evaluate(STYLED, FRAME), 'the style sheet was not taken')
        await driver?.screenshot(`timeline-${name}`, {width: 1400, height: 860})
        if (name === 'light') await driver?.screenshot('timeline-narrow', {width: 840, height: 1060})
      } finally {
        await driver?.resize(1440, 900)
        await workbench.update('colorTheme', undefined, vscode.ConfigurationTarget.Global)
      }
    })
  }

  it('with 400 events', async () => {
    const entries = Array.from({length: 400}, (_, index) => {
      const minutes = 360 + Math.floor(index * 1.3 + (index > 150 ? 80 : 0))
      const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
      return `${time} ${['On-call engineer', 'Platform team', 'Support', 'Broker team'][(index * 7) % 4]} looks at graph ${index}${index === 5 ? ' [start]' : index === 60 ? ' [detected]' : index === 330 ? ' [mitigated]' : ''}`
    })
    await openPreview(entries)
    await driver?.waitFor('.picture [data-kind="cluster"]', {frame: FRAME})
    await driver?.screenshot('timeline-400', {width: 1400, height: 860})
    await driver?.resize(1440, 900)
  })
})
