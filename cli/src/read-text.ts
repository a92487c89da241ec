import fs from 'node:fs'

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'may not be read',
  EPERM: 'may not be read',
  EISDIR: 'is a folder',
}

/** The text of a file, or in a few words why there is none. */
export function readText(file: string): {readonly text: string} | {readonly error: string} {
  try {
    return decode(fs.readFileSync(file))
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    return {error: REASONS[code] ?? `cannot be read (${code || 'unknown error'})`}
  }
}

/** The byte order mark stays in the text: offsets count it, and fixes leave it in place. */
export function decode(bytes: Uint8Array): {readonly text: string} | {readonly error: string} {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (isUtf16) return {error: 'is UTF-16; only UTF-8 is read'}
  if (bytes.subarray(0, 8000).includes(0)) return {error: 'is binary'}
  try {
    return {text: new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes)}
  } catch {
    return {error: 'is not UTF-8'}
  }
}
