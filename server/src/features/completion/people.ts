import type {PostmortemDocument} from '#core/document/postmortem-document.ts'
import type {LintConfig} from '#core'

/** Names that the document and the settings know, those first that stand in the document most often. */
export function peopleOf({actionItems, metadata, timeline, text}: PostmortemDocument, {people, teams}: LintConfig): string[] {
  const counts = new Map<string, number>()
  const add = (name: string, weight = 1): void => {
    const clean = name.trim()
    if (clean && clean.length <= 60) counts.set(clean, (counts.get(clean) ?? 0) + weight)
  }
  for (const {owner} of actionItems) if (owner) for (const name of owner.value.split(/\s*[,/&]\s*|\s+and\s+/)) add(name, 3)
  for (const names of Object.values(metadata.people)) for (const {value} of names) add(value, 2)
  for (const {actor} of timeline.events) if (actor) add(actor.name)
  for (const [, handle] of text.matchAll(/(?<![\w@./])(@[a-z\d](?:[\w-]{0,37}[a-z\d])?)(?![\w/.]*@)/gi)) add(handle!)
  for (const name of [...people, ...teams]) add(name, 0.5)
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => name)
}
