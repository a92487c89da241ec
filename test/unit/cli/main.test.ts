import assert from 'node:assert/strict'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import {Readable} from 'node:stream'
import {main} from '../../../cli/src/main.ts'

const BLAME =
  '# Post-mortem: checkout outage\n\n## Root causes\n\nThey should have tested the migration before deploying it.\n'
const CLEAN = '# Post-mortem: checkout outage\n\n## Root causes\n\nThe deploy script read the old configuration.\n'
const NOTES = '# Shopping\n\nMilk and bread.\n'

interface Run {
  readonly status: number
  readonly out: string
  readonly err: string
}

async function run(args: readonly string[], stdin: string | Uint8Array = ''): Promise<Run> {
  let out = ''
  let err = ''
  const status = await main(args, {
    stdin: Readable.from([Buffer.from(stdin)]),
    stdout: {write: (text) => (out += text)},
    stderr: {write: (text) => (err += text)},
  })
  return {status, out, err}
}

interface Json {
  version: number
  files: {
    path: string
    postmortem: boolean
    findings: {rule: string; start: {offset: number; line: number; character: number}}[]
    model?: {sections: {kind: string | null}[]}
  }[]
}

describe('postmortem-lint', () => {
  let folder: string
  const place = (name: string, content: string | Uint8Array): string => {
    const file = path.join(folder, name)
    fs.mkdirSync(path.dirname(file), {recursive: true})
    fs.writeFileSync(file, content)
    return file
  }
  beforeEach(() => (folder = fs.mkdtempSync(path.join(os.tmpdir(), 'postmortem-cli-'))))
  afterEach(() => fs.rmSync(folder, {recursive: true}))

  it('ends with 1 where something stands at or above --fail-on, else with 0', async () => {
    const file = place('incidents/a.md', BLAME)
    assert.equal((await run([file])).status, 1)
    assert.equal((await run([file, '--fail-on', 'error'])).status, 0)
    assert.equal((await run([file, '--fail-on', 'never'])).status, 0)
  })

  it('counts what it skipped, in the summary for people and on standard error for programs', async () => {
    place('readme.md', NOTES)
    const people = await run([folder])
    assert.match(people.out, /0 findings in 0 post-mortems\. 1 file skipped, not recognised as a post-mortem/)
    assert.equal(people.status, 0)
    const program = await run([folder, '--format', 'json'])
    assert.match(program.err, /1 file skipped/)
    assert.deepEqual(
      (JSON.parse(program.out) as Json).files.map(({postmortem}) => postmortem),
      [false],
    )
    assert.doesNotMatch((await run([folder, '--all', '--fail-on', 'never'])).out, /skipped/)
  })

  it('takes files, folders and globs, each file once and in a fixed order', async () => {
    const b = place('incidents/b.md', CLEAN)
    const a = place('incidents/deep/a.markdown', CLEAN)
    place('incidents/node_modules/x.md', CLEAN)
    place('incidents/picture.png', 'x')
    const {out} = await run(['--format', 'json', b, folder, `${folder}/**/*.md`])
    assert.deepEqual(
      (JSON.parse(out) as Json).files.map((file) => file.path),
      [b, a],
    )
  })

  it('says what is not there or cannot be read, and ends with 2', async () => {
    const binary = place('incidents/binary.md', Buffer.from([80, 0, 1, 2]))
    const latin = place('incidents/latin.md', Buffer.from([0x63, 0x61, 0x66, 0xe9, 0x0a]))
    const utf16 = place('incidents/utf16.md', Buffer.from([0xff, 0xfe, 0x61, 0x00]))
    const {status, err} = await run([binary, latin, utf16, `${folder}/missing.md`, `${folder}/*.nothing`])
    assert.equal(status, 2)
    assert.deepEqual(err.trimEnd().split('\n'), [
      `${folder}/missing.md: there is no such file or folder.`,
      `${folder}/*.nothing: no file matches.`,
      `${binary} is binary.`,
      `${latin} is not UTF-8.`,
      `${utf16} is UTF-16; only UTF-8 is read.`,
    ])
  })

  it('ends with 2 and an explanation for arguments that say nothing', async () => {
    for (const args of [[], ['--format', 'xml', 'a.md'], ['--unknown'], ['a.md', '--model']]) {
      const {status, out, err} = await run(args)
      assert.equal(status, 2, args.join(' '))
      assert.equal(out, '')
      assert.notEqual(err, '')
    }
    assert.equal((await run(['--help'])).status, 0)
    assert.match((await run(['--version'])).out, /^\d+\.\d+\.\d+\n$/)
  })

  it('writes JSON with offsets and places, and the model when asked', async () => {
    const file = place('incidents/a.md', BLAME)
    const [report] = (JSON.parse((await run([file, '--format', 'json', '--model'])).out) as Json).files
    const finding = report!.findings.find(({rule}) => rule === 'counterfactual')!
    assert.equal(finding.start.line, 4)
    assert.equal(BLAME.split('\n')[4]!.slice(finding.start.character), BLAME.slice(finding.start.offset).split('\n')[0])
    assert.ok(report!.model!.sections.some(({kind}) => kind === 'causes'))
    assert.deepEqual(Object.keys(report!.findings[0]!).sort(), [
      'end',
      'fixes',
      'message',
      'rule',
      'section',
      'severity',
      'start',
    ])
  })

  it('reads standard input under a name', async () => {
    const {status, out} = await run(['-', '--stdin-filename', 'incidents/x.md', '--format', 'json'], BLAME)
    assert.equal(status, 1)
    assert.deepEqual(
      (JSON.parse(out) as Json).files.map((file) => file.path),
      ['incidents/x.md'],
    )
    assert.equal((await run(['--stdin-filename', 'incidents/x.md'], Buffer.from([0, 1]))).status, 2)
  })

  it('writes annotations for GitHub, with what means something to it escaped', async () => {
    const file = place('incidents/a,b.md', BLAME)
    const {out} = await run([file, '--format', 'github'])
    assert.match(
      out,
      /^::warning file=[^,:]*incidents\/a%2Cb\.md,line=5,endLine=5,title=counterfactual,col=\d+,endColumn=\d+::/m,
    )
  })

  it('writes SARIF with places, rules and safe fixes', async () => {
    const file = place('incidents/a.md', BLAME)
    const log = JSON.parse((await run([file, '--format', 'sarif'])).out) as {
      version: string
      runs: {
        tool: {driver: {rules: {id: string; shortDescription: {text: string}}[]}}
        columnKind: string
        invocations: {executionSuccessful: boolean}[]
        results: {ruleId: string; level: string; locations: {physicalLocation: {region: {startLine: number}}}[]}[]
      }[]
    }
    const [only] = log.runs
    assert.equal(log.version, '2.1.0')
    assert.equal(only!.columnKind, 'utf16CodeUnits')
    assert.equal(only!.invocations[0]!.executionSuccessful, true)
    const result = only!.results.find(({ruleId}) => ruleId === 'counterfactual')!
    const rule = only!.tool.driver.rules.find(({id}) => id === result.ruleId)!
    assert.ok(rule.shortDescription.text)
    assert.equal(result.locations[0]!.physicalLocation.region.startLine, 5)
  })

  it('takes settings from the nearest file, or from the one named', async () => {
    const file = place('incidents/deep/a.md', BLAME)
    place('.postmortemrc.yml', 'rules:\n  counterfactual: off\n')
    const off = await run([file, '--format', 'json', '--fail-on', 'never'])
    assert.ok(!(JSON.parse(off.out) as Json).files[0]!.findings.some(({rule}) => rule === 'counterfactual'))
    const other = place('other.yml', 'rules: {counterfactual: error}\n')
    assert.equal((await run([file, '--config', other, '--fail-on', 'error'])).status, 1)
  })

  it('checks nothing with settings that it does not understand', async () => {
    const file = place('incidents/a.md', BLAME)
    const config = place('.postmortemrc.yml', 'attribution: nobody\ntimezoen: UTC\n')
    const {status, out, err} = await run([file])
    assert.equal(status, 2)
    assert.equal(out, '')
    assert.equal(
      err,
      `${config}:1:14  “attribution” is “nobody”; it takes one of role, name, none.\n${config}:2:11  “timezoen” is no setting. “timezone” is.\n`,
    )
    assert.equal((await run([file, '--config', `${folder}/none.yml`])).status, 2)
  })

  it('holds documents against templates of the team’s own, which are no post-mortems', async () => {
    const file = place('incidents/a.md', `---\ntemplate: ours\n---\n${CLEAN}`)
    const template = place(
      '.postmortem/templates/ours.md',
      '---\nname: Ours\n---\n\n## Root causes\n\n_Which?_\n\n## Ripples\n\n_Where?_\n',
    )
    const {out} = await run([file, template, '--format', 'json', '--model', '--fail-on', 'never'])
    const [document, own] = (
      JSON.parse(out) as {
        files: {postmortem: boolean; model: {template: string}; findings: {rule: string; message: string}[]}[]
      }
    ).files
    assert.equal(document!.model.template, 'ours')
    assert.deepEqual(
      document!.findings
        .filter(({rule}) => rule === 'missing-section')
        .map(({message}) => /“(.*?)”/.exec(message)?.[1]),
      ['Ripples'],
    )
    assert.equal(own!.postmortem, false)
    place('.postmortem/templates/broken.md', 'No headings.\n')
    const broken = await run([file])
    assert.equal(broken.status, 2)
    assert.match(broken.err, /broken\.md:1:1 {2}/)
  })

  it('applies safe fixes until nothing changes any more, and writes the file', async () => {
    const file = place('incidents/a.md', CLEAN.replace('The deploy script', 'Obviously, the deploy script'))
    const {out} = await run([file, '--fix', '--fail-on', 'never'])
    const text = fs.readFileSync(file, 'utf8')
    if (!text.includes('Obviously')) assert.match(out, /1 file fixed/)
    assert.equal((await run([file, '--fix', '--fail-on', 'never'])).out.includes('fixed'), false)
    const piped = await run(['-', '--stdin-filename', 'incidents/a.md', '--fix', '--fail-on', 'never'], CLEAN)
    assert.equal(piped.out, CLEAN)
  })

  it('leaves a file alone where no safe fix applies', async () => {
    const file = place('incidents/a.md', BLAME)
    fs.utimesSync(file, 1, 1)
    await run([file, '--fix'])
    assert.equal(fs.readFileSync(file, 'utf8').includes('should have tested'), true)
  })
})
