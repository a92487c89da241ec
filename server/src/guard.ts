import {type CancellationToken, LSPErrorCodes, ResponseError} from 'vscode-languageserver'

/** Thrown where an answer is no longer wanted. */
export class Cancelled extends Error {}

/** Takes parts of a result before the whole is there. */
export interface PartialResults<Partial> {
  report(data: Partial): void
}

export interface Guard {
  /**
   * Wraps the handler of a request: waiting messages go first, a cancelled request answers “cancelled” and never an
   * empty result (that would wipe what the editor shows), and an error is logged and answered with something harmless.
   */
  request<Params, Result, Partial = never>(
    name: string,
    harmless: (params: Params) => Result,
    handle: (params: Params, token: CancellationToken, partial?: PartialResults<Partial>) => Result | Promise<Result>,
  ): (
    params: Params,
    token: CancellationToken,
    workDone?: unknown,
    partial?: PartialResults<Partial>,
  ) => Promise<Result | ResponseError<never>>
  /** The same for what nobody waits for. */
  event<Params>(name: string, handle: (params: Params) => unknown): (params: Params) => void
  /** The same for what takes nothing. */
  task(name: string, handle: () => unknown): () => void
}

export function createGuard(breathe: () => Promise<void>, logError: (message: string) => void): Guard {
  const report = (name: string, error: unknown): void => logError(`${name}: ${describeError(error)}`)
  const settle = async (name: string, handle: () => unknown): Promise<void> => {
    try {
      await handle()
    } catch (error) {
      if (!(error instanceof Cancelled)) report(name, error)
    }
  }
  return {
    request: (name, harmless, handle) => async (params, token, _workDone, partial) => {
      await breathe()
      if (token.isCancellationRequested) return cancelled(token)
      try {
        const result = await handle(params, token, partial)
        return token.isCancellationRequested ? cancelled(token) : result
      } catch (error) {
        if (error instanceof Cancelled || token.isCancellationRequested) return cancelled(token)
        report(name, error)
        return harmless(params)
      }
    },
    event: (name, handle) => (params) => void settle(name, () => handle(params)),
    task: (name, handle) => () => void settle(name, handle),
  }
}

/** Asked for by the client, or because the text has changed meanwhile: then the client asks again. */
const cancelled = (token: CancellationToken): ResponseError<never> =>
  new ResponseError<never>(
    token.isCancellationRequested ? LSPErrorCodes.RequestCancelled : LSPErrorCodes.ServerCancelled,
    'cancelled',
  )

const PLAIN_ERRORS = new Set(['TypeError', 'RangeError', 'ReferenceError'])

/** The kind of an error and where it came from. Other messages may quote the document and stay out. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const message = PLAIN_ERRORS.has(error.name) ? `: ${error.message.split('\n')[0]!}` : ''
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
  return [`${error.name}${message}`, ...frames].join('\n')
}
