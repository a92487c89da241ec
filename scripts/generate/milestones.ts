import fs from 'node:fs'
import path from 'node:path'
import {parse} from 'yaml'
import {MILESTONES, type Milestone} from '../../core/src/document/timeline.ts'
import {needsOf} from './needs.ts'
import {root} from './write.ts'

const SOURCE = 'core/data/en/milestones.yml'

type MilestonesFile = {readonly system: string} & Readonly<Record<Milestone, Readonly<Record<string, string[]>>>>

export function generateMilestones(): Record<string, string> {
  const {system, ...milestones} = parse(fs.readFileSync(path.join(root, SOURCE), 'utf8')) as MilestonesFile
  const cues = Object.entries(milestones).flatMap(([milestone, byWeight]) => {
    if (!(MILESTONES as readonly string[]).includes(milestone))
      throw new Error(`${SOURCE}: “${milestone}” is no milestone`)
    return Object.entries(byWeight).flatMap(([weight, sources]) =>
      sources.map((one) => {
        const source = one.replace('{system}', `(?:${system})`)
        return [milestone, Number(weight), needsOf(source).join(' '), source] as const
      }),
    )
  })
  return {
    'core/src/document/timeline/milestone-cues.generated.ts':
      `// Generated from ${SOURCE} by “npm run generate”. Do not edit.\n` +
      `import type {CueRow} from './milestone-cues.ts'\n\n` +
      `export const CUES: readonly CueRow[] = [\n${cues.map((row) => `  ${JSON.stringify(row)},\n`).join('')}]\n`,
  }
}
