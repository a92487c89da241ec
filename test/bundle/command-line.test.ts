import assert from 'node:assert/strict'
import {execFile} from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const bundle = path.join(import.meta.dirname, '../../dist/cli/postmortem-lint.cjs')
const TEXT =
  '# Post-mortem: checkout errors\n\n## Root causes\n\nThey should have tested the migration before deploying it.\n'

interface Ended {
  readonly status: number
  readonly out: string
  readonly err: string
}

const run = (args: readonly string[], stdin?: string): Promise<Ended> =>
  new Promise((resolve) => {
    const child = execFile(process.execPath, [bundle, ...args], {maxBuffer: 1 << 28}, (error, out, err) =>
      resolve({status: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err}),
    )
    child.stdin!.end(stdin ?? '')
  })

describe('the built command line', () => {
  let folder: string
  before(() => (folder = fs.mkdtempSync(path.join(os.tmpdir(), 'postmortem-bundle-'))))
  after(() => fs.rmSync(folder, {recursive: true}))

  it('starts at once', async () => {
    const start = performance.now()
    const {out} = await run(['--version'])
    assert.match(out, /^\d+\.\d+\.\d+\n$/)
    assert.ok(performance.now() - start < 2000)
  })

  it('checks many files on several threads, in order and with the same result', async () => {
    const files = Array.from({length: 90}, (_, i) => path.join(folder, 'incidents', `${String(i).padStart(3, '0')}.md`))
    fs.mkdirSync(path.join(folder, 'incidents'))
    for (const file of files) fs.writeFileSync(file, TEXT)
    const many = await run([folder, '--format', 'json', '--model'])
    assert.equal(many.status, 1)
    const report = JSON.parse(many.out) as {files: {path: string}[]}
    assert.deepEqual(
      report.files.map((file) => file.path),
      files,
    )
    const alone = JSON.parse((await run([files[0]!, '--format', 'json', '--model'])).out) as {files: object[]}
    assert.deepEqual({...report.files[0], path: ''}, {...alone.files[0], path: ''})
  })

  it('reads standard input and ends with the status', async () => {
    const {status, out} = await run(['--stdin-filename', 'incidents/a.md'], TEXT)
    assert.equal(status, 1)
    assert.match(out, /5:\d+ {2}warning .*counterfactual/)
    assert.equal((await run(['nothing.md'])).status, 2)
  })
})
