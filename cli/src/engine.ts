import {isMainThread} from 'node:worker_threads'
import {serveAsWorker} from './worker.ts'

/**
 * All that needs the rules, in a program of its own: the main thread of a large run does without, and each of its
 * threads is one of these. Imported late, by `import()` only.
 */
export {RULE_INFO} from '#core/rules/info.ts'
export {checkText} from './check-text.ts'
export {createChecker} from './checker.ts'

if (!isMainThread) serveAsWorker()
