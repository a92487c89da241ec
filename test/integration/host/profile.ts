import fs from 'node:fs'
import path from 'node:path'

/** Settings that keep the window still: nothing is asked, announced, fetched or reported. */
const QUIET = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'update.mode': 'none',
  'window.commandCenter': false,
}

/** Writes the quiet settings, and over them those that stand in the profile, and over them `settings`. */
export function writeSettings(userData: string, settings: object = {}): void {
  const file = path.join(userData, 'User', 'settings.json')
  const given = fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as object) : {}
  fs.mkdirSync(path.dirname(file), {recursive: true})
  fs.writeFileSync(file, JSON.stringify({...QUIET, ...given, ...settings}, undefined, 2))
}
