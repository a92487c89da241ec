/** What the tests use of node:assert/strict, for the worker, where there is no Node.js. */
function ok(value: unknown, message = 'not true'): void {
  if (!value) throw new Error(message)
}

const show = (value: unknown): string => JSON.stringify(value) ?? String(value)

function equal(actual: unknown, expected: unknown, message = ''): void {
  ok(Object.is(actual, expected), `${message} ${show(actual)} is not ${show(expected)}`)
}

function notEqual(actual: unknown, expected: unknown, message = ''): void {
  ok(!Object.is(actual, expected), `${message} both are ${show(actual)}`)
}

function deepEqual(actual: unknown, expected: unknown, message = ''): void {
  equal(show(actual), show(expected), message)
}

function match(text: string, pattern: RegExp, message = ''): void {
  ok(pattern.test(text), `${message} ${show(text)} does not match ${pattern}`)
}

export default {ok, equal, notEqual, deepEqual, match}
