import type {Command} from './command.ts'
import {restartServer} from './restart-server.ts'
import {showLog} from './show-log.ts'

/** Every command of the extension; a test holds the list against package.json. */
export const COMMANDS: readonly Command[] = [restartServer, showLog]
