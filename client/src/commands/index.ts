import {changeTemplate} from './change-template.ts'
import type {Command} from './command.ts'
import {continueTimeline} from './continue-timeline.ts'
import {customerVersion} from './customer-version.ts'
import {facilitatorSheet} from './facilitator-sheet.ts'
import {fishbone} from './fishbone.ts'
import {insertEventAt, insertEventNow} from './insert-event.ts'
import {insertMissingSections} from './insert-missing-sections.ts'
import {insertQuestion} from './insert-question.ts'
import {insertSection} from './insert-section.ts'
import {newDocument} from './new-document.ts'
import {openRulePage} from './open-rule-page.ts'
import {pasteAsTimeline} from './paste-as-timeline.ts'
import {restartServer} from './restart-server.ts'
import {showLog} from './show-log.ts'

/** Every command of the extension; a test holds the list against package.json. */
export const COMMANDS: readonly Command[] = [
  newDocument, insertSection, insertMissingSections, changeTemplate, insertQuestion, insertEventNow, insertEventAt, continueTimeline,
  facilitatorSheet, fishbone, customerVersion, pasteAsTimeline, showLog, restartServer, openRulePage,
]
