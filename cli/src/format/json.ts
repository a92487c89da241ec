import type {Formatter} from './format.ts'

/** The report of docs/design.md. Offsets are UTF-16, lines and characters zero-based. */
export const json: Formatter = {
  start: '{"version":1,"files":[',
  file: ({path, postmortem, findings, model}) =>
    JSON.stringify({
      path,
      postmortem,
      findings: findings.map(({rule, severity, message, start, end, section, fixes}) => ({
        rule,
        severity,
        message,
        start,
        end,
        section,
        fixes,
      })),
      ...(model ? {model} : {}),
    }),
  separator: ',',
  end: () => ']}\n',
}
