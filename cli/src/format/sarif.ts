import {pathToFileURL} from 'node:url'
import type {Fix as SarifFix, Location, ReportingDescriptor, Result, Run} from 'sarif'
import type {Severity} from '#core'
import type {RuleInfo} from '#core/rules/info.ts'
import type {Place, ReportedFinding} from '../report.ts'
import {VERSION} from '../version.generated.ts'
import type {Formatter} from './format.ts'

const LEVELS: Readonly<Record<Severity, Result.level>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
}

/** SARIF 2.1.0, for code scanning and for viewers in editors. */
export const sarif: Formatter = {
  start: '{"version":"2.1.0","$schema":"https://json.schemastore.org/sarif-2.1.0.json","runs":[{"results":[',
  file: ({path, findings}) => findings.map((finding) => JSON.stringify(result(finding, path))).join(','),
  separator: ',',
  async end(outcomes) {
    // Late, as all rules come along.
    const {RULE_INFO} = await import('../engine.ts')
    const errors = outcomes.filter(({error}) => error !== undefined)
    const run: Omit<Run, 'results'> = {
      tool: {
        driver: {
          name: 'postmortem-lint',
          version: VERSION,
          rules: [...new Set(outcomes.flatMap(({rules}) => rules))]
            .sort()
            .map((id) => descriptor(id, RULE_INFO.get(id))),
        },
      },
      columnKind: 'utf16CodeUnits',
      originalUriBaseIds: {ROOT: {uri: `${pathToFileURL(process.cwd()).href}/`}},
      invocations: [
        {
          executionSuccessful: errors.length === 0,
          toolExecutionNotifications: errors.map(({path, error}) => ({
            level: 'error',
            message: {text: `${path} ${error}.`},
          })),
        },
      ],
    }
    return `],${JSON.stringify(run).slice(1)}]}\n`
  },
}

function descriptor(id: string, rule: RuleInfo | undefined): ReportingDescriptor {
  if (!rule) return {id}
  const {
    docs: {summary, why, ask},
    severity,
  } = rule
  const questions = ask.map((question) => `- ${question}`).join('\n')
  return {
    id,
    shortDescription: {text: summary},
    fullDescription: {text: why},
    help: {text: `${why}\n\n${questions}`, markdown: `${why}\n\n${questions}`},
    defaultConfiguration: {level: LEVELS[severity]},
  }
}

function result({rule, severity, message, start, end, related, fixes}: ReportedFinding, path: string): Result {
  const safe = fixes.filter(({kind}) => kind === 'safe')
  return {
    ruleId: rule,
    level: LEVELS[severity],
    message: {text: message},
    locations: [location(path, start, end)],
    ...(related.length
      ? {
          relatedLocations: related.map((one, id) => ({
            id,
            ...location(path, one.start, one.end),
            message: {text: one.message},
          })),
        }
      : {}),
    ...(safe.length ? {fixes: safe.map((fix) => sarifFix(fix, path))} : {}),
  }
}

const location = (path: string, start: Place, end: Place): Location => ({
  physicalLocation: {
    artifactLocation: artifact(path),
    region: {
      startLine: start.line + 1,
      startColumn: start.character + 1,
      endLine: end.line + 1,
      endColumn: end.character + 1,
      charOffset: start.offset,
      charLength: end.offset - start.offset,
    },
  },
})

/** Relative to the folder of the run, as code scanning wants it. */
function artifact(path: string): {uri: string; uriBaseId?: string} {
  const uri = path.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/')
  return path.startsWith('/') ? {uri: pathToFileURL(path).href} : {uri, uriBaseId: 'ROOT'}
}

const sarifFix = ({title, edits}: ReportedFinding['fixes'][number], path: string): SarifFix => ({
  description: {text: title},
  artifactChanges: [
    {
      artifactLocation: artifact(path),
      replacements: edits.map(({start, end, newText}) => ({
        deletedRegion: {charOffset: start, charLength: end - start},
        insertedContent: {text: newText},
      })),
    },
  ],
})
