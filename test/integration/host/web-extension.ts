import fs from 'node:fs'
import http from 'node:http'
import type {AddressInfo} from 'node:net'
import path from 'node:path'
import type {Page} from 'playwright-core'

/**
 * Lets the extension run in the browser's worker, as on vscode.dev: its files come over HTTP, and the workbench is told
 * in the configuration that stands in its page. The switch `extensionDevelopmentKind` does nothing in a browser, and
 * the worker starts no further worker from a remote folder.
 */
export async function serveWebExtension(page: Page, folder: string, testsPath: string): Promise<() => void> {
  const server = http.createServer((request, response) => {
    const file = path.join(folder, decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname))
    const isInside = file.startsWith(folder + path.sep) && fs.existsSync(file) && fs.statSync(file).isFile()
    response.writeHead(isInside ? 200 : 404, {
      'access-control-allow-origin': '*',
      'content-type': TYPES[path.extname(file)] ?? 'text/plain',
    })
    if (isInside) fs.createReadStream(file).pipe(response)
    else response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const authority = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const tests = `/${path.relative(folder, testsPath).split(path.sep).join('/')}`
  await configureWorkbench(page, {
    extensions: [{scheme: 'http', authority, path: '/'}],
    extensionTestsPath: {scheme: 'http', authority, path: tests},
  })
  return () => {
    server.closeAllConnections()
    server.close()
  }
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.cjs': 'text/javascript',
  '.json': 'application/json',
  // A browser takes no other type for a style sheet or a picture.
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

/**
 * Adds to the options that the server writes into a meta element of the page.
 * (A page that the driver changes on its way counts as public to Chromium, and may then not talk to this machine.)
 */
async function configureWorkbench(page: Page, options: object): Promise<void> {
  await page.addInitScript((added) => {
    const find = Document.prototype.getElementById
    Document.prototype.getElementById = function (id) {
      const element = find.call(this, id)
      const settings = id === 'vscode-workbench-web-configuration' && element?.getAttribute('data-settings')
      if (element && settings) {
        const given = JSON.parse(settings) as {developmentOptions?: object}
        const developmentOptions = {...given.developmentOptions, ...added}
        element.setAttribute('data-settings', JSON.stringify({...given, developmentOptions}))
      }
      return element
    }
  }, options)
}
