import fs from 'node:fs'
import http from 'node:http'
import type {AddressInfo} from 'node:net'
import path from 'node:path'
import type {Frame, Page} from 'playwright-core'
import type {DriverRequest, DriverResponse} from './driver-protocol.ts'

const PATIENCE = 15_000

export interface Driver {
  readonly address: string
  close(): void
}

/** Lets the suite, which runs in the extension host, look at the window and use its keyboard and mouse. */
export async function startDriver(page: Page, screenshots: string): Promise<Driver> {
  const server = http.createServer((request, response) => {
    let body = ''
    request.on('data', (data) => (body += data))
    request.on('end', async () => {
      let answer: DriverResponse
      try {
        answer = {result: await perform(JSON.parse(body) as DriverRequest, page, screenshots)}
      } catch (error) {
        answer = {error: (error as Error).message}
      }
      response.setHeader('content-type', 'application/json')
      // The extension in the browser's worker asks from another origin.
      response.setHeader('access-control-allow-origin', '*')
      response.end(JSON.stringify(answer))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

async function perform(request: DriverRequest, page: Page, screenshots: string): Promise<unknown> {
  switch (request.action) {
    case 'screenshot': {
      if (request.width && request.height) await page.setViewportSize({width: request.width, height: request.height})
      fs.mkdirSync(screenshots, {recursive: true})
      const file = path.join(screenshots, `${request.name}.png`)
      await page.screenshot({path: file, animations: 'disabled', caret: 'hide'})
      return file
    }
    case 'resize':
      return page.setViewportSize({width: request.width, height: request.height})
    case 'emulate':
      return page.emulateMedia(request.media)
    case 'press':
      for (const key of request.keys) await page.keyboard.press(key)
      return undefined
    case 'type':
      return page.keyboard.type(request.text)
    case 'click':
      return (await target(request.frame, page)).locator(request.selector).first().click({timeout: PATIENCE})
    case 'hover':
      return (await target(request.frame, page)).locator(request.selector).first().hover({timeout: PATIENCE})
    case 'waitFor':
      return (await target(request.frame, page))
        .locator(request.selector)
        .first()
        .waitFor({state: request.state ?? 'visible', timeout: PATIENCE})
    case 'texts':
      return (await target(request.frame, page)).locator(request.selector).allInnerTexts()
    case 'print':
      console.log(request.text)
      return undefined
    case 'evaluate':
      return (await target(request.frame, page)).evaluate(request.expression)
  }
}

/**
 * The page, or the innermost frame of the webview whose document has an element that `selector` names.
 * VS Code shows a webview as a frame in a frame, and keeps hidden ones; so the frame is known by what is in it.
 */
async function target(selector: string | undefined, page: Page): Promise<Page | Frame> {
  if (!selector) return page
  const end = Date.now() + PATIENCE
  while (Date.now() < end) {
    for (const frame of page.frames().slice(1)) {
      if (
        await frame
          .locator(selector)
          .first()
          .isVisible()
          .catch(() => false)
      )
        return frame
    }
    await page.waitForTimeout(100)
  }
  throw new Error(`No webview shows “${selector}”.`)
}
