import type {Formatter} from './format.ts'

/** The report of docs/design.md. Offsets are UTF-16, lines and characters zero-based. */
export const json: Formatter = {
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
  whole: (outcomes) =>
    `{"version":1,"files":[${outcomes
      .filter(({error}) => error === undefined)
      .map(({text}) => text)
      .join(',')}]}\n`,
}
