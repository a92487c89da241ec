import * as vscode from 'vscode'
import {type DriverRequest, type DriverResponse, DRIVER_SETTING} from '../host/driver-protocol.ts'

type Emulated = Extract<DriverRequest, {action: 'emulate'}>['media']

/** The eyes and hands of the suite. Its requests are answered in the order in which they were made. */
export interface Driver {
  screenshot(name: string, size?: {width: number; height: number}): Promise<void>
  resize(width: number, height: number): Promise<void>
  emulate(media: Emulated): Promise<void>
  /** Keys in Playwright's words: `Enter`, `Control+Shift+P`. */
  press(...keys: string[]): Promise<void>
  type(text: string): Promise<void>
  /** `frame`: a selector by which a webview is known; without it, the workbench is meant. */
  click(selector: string, frame?: string): Promise<void>
  hover(selector: string, frame?: string): Promise<void>
  waitFor(
    selector: string,
    options?: {frame?: string; state?: 'visible' | 'hidden' | 'attached' | 'detached'},
  ): Promise<void>
  texts(selector: string, frame?: string): Promise<string[]>
  evaluate<T>(expression: string, frame?: string): Promise<T>
  print(text: string): void
  /** Resolves when all that was printed has arrived. */
  printed(): Promise<void>
}

const address = vscode.workspace.getConfiguration().get<string>(DRIVER_SETTING)

/** Undefined in the desktop editor, whose window nobody drives. */
export const driver: Driver | undefined = address ? connect(address) : undefined

/** A line for the terminal. Where the window is driven it goes there straight; the editor would mix it with its own log. */
export function print(...parts: unknown[]): void {
  if (driver) driver.print(format(parts))
  else console.log(...parts)
}

/** Mocha's lines are templates; the worker has no `util.format`. */
function format([template = '', ...values]: readonly unknown[]): string {
  const left = [...values]
  const line = String(template).replace(/%[sdi]/g, () => String(left.shift()))
  return [line, ...left].join(' ')
}

function connect(url: string): Driver {
  let last: Promise<unknown> = Promise.resolve()
  const ask = <T = void>(request: DriverRequest): Promise<T> => {
    const answer = last.then(async () => {
      const response = await fetch(url, {method: 'POST', body: JSON.stringify(request)})
      const {result, error} = (await response.json()) as DriverResponse
      if (error) throw new Error(`${request.action}: ${error}`)
      return result as T
    })
    last = answer.catch(() => undefined)
    return answer
  }
  return {
    screenshot: (name, size) => ask({action: 'screenshot', name, ...size}),
    resize: (width, height) => ask({action: 'resize', width, height}),
    emulate: (media) => ask({action: 'emulate', media}),
    press: (...keys) => ask({action: 'press', keys}),
    type: (text) => ask({action: 'type', text}),
    click: (selector, frame) => ask({action: 'click', selector, frame}),
    hover: (selector, frame) => ask({action: 'hover', selector, frame}),
    waitFor: (selector, options) => ask({action: 'waitFor', selector, ...options}),
    texts: (selector, frame) => ask({action: 'texts', selector, frame}),
    evaluate: (expression, frame) => ask({action: 'evaluate', expression, frame}),
    print: (text) => void ask({action: 'print', text}),
    printed: () => last.then(() => undefined),
  }
}
