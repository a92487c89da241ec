import {changeTemplate} from './change-template.ts'
import type {Command} from './command.ts'
import {continueTimeline} from './continue-timeline.ts'
import {customerVersion} from './customer-version.ts'
import {exportTimeline} from './export-timeline.ts'
import {facilitatorSheet} from './facilitator-sheet.ts'
import {fishbone} from './fishbone.ts'
import {insertEventAt, insertEventNow} from './insert-event.ts'
import {insertMissingSections} from './insert-missing-sections.ts'
import {insertQuestion} from './insert-question.ts'
import {insertSection} from './insert-section.ts'
import {newDocument} from './new-document.ts'
import {openRulePage} from './open-rule-page.ts'
import {openTimelinePreview} from './open-timeline-preview.ts'
import {pasteAsTimeline} from './paste-as-timeline.ts'
import {restartServer} from './restart-server.ts'
import {showLog} from './show-log.ts'

/** Every command of the extension; a test holds the list against package.json. */
export const COMMANDS: readonly Command[] = [
  newDocument,
  insertSection,
  insertMissingSections,
  changeTemplate,
  insertQuestion,
  insertEventNow,
  insertEventAt,
  continueTimeline,
  facilitatorSheet,
  fishbone,
  customerVersion,
  pasteAsTimeline,
  openTimelinePreview,
  exportTimeline,
  showLog,
  restartServer,
  openRulePage,
]
