import {gapsOf, METRIC_CAVEATS, metricsOf, milestonesOf} from '../document/milestones.ts'
import {formatMoment} from '../document/moment.ts'
import type {PostmortemDocument} from '../document/postmortem-document.ts'
import {plainLine} from '../document/timeline/plain-line.ts'
import {withoutTags} from '../document/timeline/tags.ts'
import {timelineView} from './timeline-view.ts'
import {milestoneNames} from './timeline-mermaid.ts'

/** The timeline for other programs: events, milestones, metrics with their two ends, gaps. */
export function timelineJson(document: PostmortemDocument): string {
  const {timeline} = document
  const names = milestoneNames(document)
  const index = new Map(timeline.events.map((event, i) => [event, i]))
  return `${JSON.stringify(
    {
      version: 1,
      title: timelineView(document).title,
      timezone: timeline.timezone ?? null,
      newestFirst: timeline.newestFirst,
      events: timeline.events.map((event) => ({
        start: formatMoment(event.when),
        end: formatMoment(event.until),
        written: event.raw,
        zone: event.when?.zone ?? null,
        approximate: event.when?.approximate ?? false,
        actor: event.actor?.name ?? null,
        text: plainLine(withoutTags(event.text)),
        tags: event.tags,
        milestones: names.get(event) ?? [],
        links: event.links,
      })),
      milestones: Object.fromEntries(
        Object.entries(milestonesOf(document)).map(([name, event]) => [
          name,
          {at: formatMoment(event.when), event: index.get(event) ?? null},
        ]),
      ),
      metrics: metricsOf(document).map(({name, seconds, from, to, approximate, caveat}) => ({
        name,
        seconds,
        approximate,
        from: {at: formatMoment(from.when), event: index.get(from) ?? null},
        to: {at: formatMoment(to.when), event: index.get(to) ?? null},
        caveat,
      })),
      caveats: METRIC_CAVEATS,
      gaps: gapsOf(document).map(({from, to, seconds, question}) => ({
        from: index.get(from) ?? null,
        to: index.get(to) ?? null,
        seconds,
        question,
      })),
    },
    undefined,
    2,
  )}\n`
}
