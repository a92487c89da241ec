import path from 'node:path'
import {cached} from './cache.ts'
import {unpack} from './npm.ts'
import {step} from './progress.ts'

/** A Node.js of the major version that the editor needs: the running one if it fits, else the official binary from npm. */
export async function nodeExecutable(version: string): Promise<string> {
  if (process.versions.node.split('.')[0] === version.split('.')[0]) return process.execPath
  const name = `node-${process.platform}-${process.arch}`
  const folder = await cached(`${name}-${version}`, (draft) =>
    step(`Fetching Node.js ${version} for the editor (about 45 MB)`, () => unpack(`${name}@${version}`, draft)),
  )
  return path.join(folder, 'bin', 'node')
}
