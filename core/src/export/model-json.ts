import type {PostmortemDocument} from '../document/postmortem-document.ts'
import type {LintConfig} from '../lint/config.ts'
import {templateOf} from '../templates/choose.ts'
import {cleanTitle} from '../document/heading-text.ts'
import {formatMoment} from '../document/moment.ts'
import {gapsOf, metricsOf, milestonesOf} from '../document/milestones.ts'

/** The `model` of the CLI's JSON (docs/design.md): what the document says, as plain data. Field names are public. */
export function modelJson(document: PostmortemDocument, config: LintConfig): Record<string, unknown> {
  const {timeline, actionItems, sections, metadata} = document
  return {
    template: templateOf(document, config).id,
    metadata: Object.fromEntries(
      [...metadata.fields].map(([key, values]) => [
        key,
        values.length === 1 ? values[0]!.value : values.map((v) => v.value),
      ]),
    ),
    sections: sections.map(({kind, title, span}) => ({
      kind: kind ?? null,
      title: cleanTitle(title),
      start: span.start,
      end: span.end,
    })),
    timeline: timeline.events.map((event) => ({
      start: event.span.start,
      end: event.span.end,
      raw: event.raw,
      iso: formatMoment(event.when),
      until: formatMoment(event.until),
      actor: event.actor?.name ?? null,
      text: event.text,
      tags: event.tags,
    })),
    timezone: timeline.timezone ?? null,
    milestones: Object.fromEntries(
      Object.entries(milestonesOf(document)).map(([name, milestone]) => [name, formatMoment(milestone?.when)]),
    ),
    metrics: Object.fromEntries(metricsOf(document).map(({name, seconds}) => [name, seconds])),
    gaps: gapsOf(document).map(({from, to, seconds, question}) => ({
      from: formatMoment(from.when),
      to: formatMoment(to.when),
      seconds,
      question,
    })),
    actionItems: actionItems.map((item) => ({
      start: item.span.start,
      end: item.span.end,
      text: item.text,
      owner: item.owner?.value ?? null,
      due: item.due?.value ?? null,
      ticket: item.ticket?.value ?? null,
      type: item.type?.value ?? null,
      priority: item.priority?.value ?? null,
      done: item.done ?? null,
    })),
  }
}
