/** What the stand-in understands of Code's command line. Other switches are Code's business and change nothing here. */
export interface HostArguments {
  readonly developmentPaths: readonly string[]
  /** `web`: the extension runs in the browser's worker, as on vscode.dev. */
  readonly developmentKind?: string
  readonly testsPath?: string
  readonly userData?: string
  readonly extensions?: string
  readonly install: readonly string[]
  readonly folder?: string
}

export function parseArguments(args: readonly string[]): HostArguments {
  const values = new Map<string, string[]>()
  const folders: string[] = []
  for (let i = 0; i < args.length; i++) {
    const [name = '', value] = args[i]!.split(/=(.*)/s)
    if (!name.startsWith('--')) folders.push(args[i]!)
    else values.set(name, [...(values.get(name) ?? []), value ?? (name === '--install-extension' ? args[++i]! : '')])
  }
  const last = (name: string) => values.get(name)?.at(-1)
  return {
    developmentPaths: values.get('--extensionDevelopmentPath') ?? [],
    developmentKind: last('--extensionDevelopmentKind'),
    testsPath: last('--extensionTestsPath'),
    userData: last('--user-data-dir'),
    extensions: last('--extensions-dir'),
    install: values.get('--install-extension') ?? [],
    folder: folders.at(-1),
  }
}
