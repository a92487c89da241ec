export interface Lookup<Value> {
  get(key: string): Value | undefined
}

/** Lines of a key and the rest behind a tab, each read when it is first asked for: a document has a few of ten thousand. */
export class LateLookup<Value extends object> implements Lookup<Value> {
  private readonly values = new Map<string, string | Value>()
  private readonly read: (rest: string) => Value

  constructor(lines: string, read: (rest: string) => Value) {
    this.read = read
    for (const line of lines.split('\n')) {
      const tab = line.indexOf('\t')
      this.values.set(line.slice(0, tab), line.slice(tab + 1))
    }
  }

  get(key: string): Value | undefined {
    const value = this.values.get(key)
    if (typeof value !== 'string') return value
    const read = this.read(value)
    this.values.set(key, read)
    return read
  }
}
