/** Makes a pure function of a text remember its last results: rules ask the same of the same items on every keystroke. */
export function byText<Result>(read: (text: string) => Result, limit = 2000): (text: string) => Result {
  const kept = new Map<string, Result>()
  return (text) => {
    const known = kept.get(text)
    if (known !== undefined || kept.has(text)) return known!
    const result = read(text)
    if (kept.size >= limit) kept.clear()
    kept.set(text, result)
    return result
  }
}
