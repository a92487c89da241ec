/** One VS Code as npm has it: code-server's tarball carries the unchanged workbench, server and extension host. */
export interface Edition {
  readonly name: 'current' | 'oldest'
  readonly vscode: string
  readonly codeServer: string
  /** The Node.js its server was written for. Another major fails at the start or, worse, later. */
  readonly node: string
}

/** `oldest` is what `engines.vscode` in package.json promises. */
export const EDITIONS: Readonly<Record<Edition['name'], Edition>> = {
  current: {name: 'current', vscode: '1.139.1', codeServer: '4.139.1', node: '24.9.0'},
  oldest: {name: 'oldest', vscode: '1.93.1', codeServer: '4.93.1', node: '20.8.1'},
}

export function editionNamed(name = 'current'): Edition {
  const edition = EDITIONS[name as Edition['name']]
  if (!edition) throw new Error(`There is no edition “${name}”; there are ${Object.keys(EDITIONS).join(' and ')}.`)
  return edition
}
