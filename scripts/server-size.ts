import fs from 'node:fs'

type Contents = Record<string, {inputs: Record<string, {bytesInOutput: number}>} | undefined>

/** Of `core/data/en`; what is large of it lies beside the bundle anyway. */
const isLanguageData = (input: string): boolean => /core\/src\/(?:language|document)\/.*\.generated\.ts$/.test(input)

/** Bytes of the server's bundle without language data, by the bundle's own account; undefined if nothing has been built. */
export function serverWithoutLanguageData(): number | undefined {
  if (!fs.existsSync('dist/contents.json')) return undefined
  const contents = JSON.parse(fs.readFileSync('dist/contents.json', 'utf8')) as Contents
  const inputs = Object.entries(contents['dist/server/node.cjs']?.inputs ?? {})
  return inputs.filter(([input]) => !isLanguageData(input)).reduce((sum, [, {bytesInOutput}]) => sum + bytesInOutput, 0)
}
