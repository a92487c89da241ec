import type {Moment, MomentSource} from '../timeline.ts'
import {addDays, dateOfDay, dayNumber, isDay, isoDate, weekdayOfDate} from './calendar.ts'
import type {Selected} from './selection.ts'
import type {WrittenClock, WrittenDate, WrittenTime} from './written-time.ts'
import {offsetOf, readZone, type Zone} from './zones.ts'

/** What the document says about its times as a whole. */
export interface TimeContext {
  readonly base?: {readonly date: string; readonly from: MomentSource}
  /** Year for dates without one. */
  readonly year?: number
  readonly dayFirst: boolean
  readonly newestFirst: boolean
  /** The zone stated for an offset, if any. */
  readonly zoneAt: (offset: number) => {readonly zone: Zone; readonly from: MomentSource} | undefined
  /** Clock time that `T+…` counts from. */
  readonly zero?: {readonly date?: string; readonly minutes: number}
}

export interface Resolved {
  readonly selected: Selected
  readonly when?: Moment
  readonly until?: Moment
}

type DateFound = {readonly date: string; readonly from: MomentSource}

interface Frame extends DateFound {
  readonly end: number
}

/** More than this backwards is the next day; less is an entry out of order. */
const NEXT_DAY_STEP = 6 * 60

/** “Unless otherwise noted, all events happened on 21 October.” */
const DEFAULT_DATE = /\b(?:unless|otherwise|all (?:events|times|entries))\b/i

/** Gives every event its date, time and zone as far as the document tells. */
export function resolveTimes(selected: readonly Selected[], context: TimeContext): Resolved[] {
  return context.base
    ? resolveDated(selected, context)
    : resolveDated(selected, {...context, base: {date: DAY_ONE, from: 'previous'}}).map(withoutDayOne)
}

/** Stands for the first day while no date is known; midnight is counted all the same. */
const DAY_ONE = '0001-01-01'

function withoutDayOne(resolved: Resolved): Resolved {
  const undated = (moment: Moment | undefined): Moment | undefined => {
    if (moment?.date === undefined || moment.date > '0100') return moment
    const {date, dateFrom: _, offset: __, ...rest} = moment
    const zone = rest.zone === undefined ? undefined : readZone(rest.zone)
    const days = dayNumber(date) - dayNumber(DAY_ONE)
    return rest.minutes === undefined
      ? undefined
      : {...rest, ...(zone?.offset === undefined ? {} : {offset: zone.offset}), ...(days ? {day: days} : {})}
  }
  return {...resolved, when: undated(resolved.when), until: undated(resolved.until)}
}

function resolveDated(selected: readonly Selected[], context: TimeContext): Resolved[] {
  const results: Resolved[] = []
  const halves = twelveHourRuns(selected)
  let frames: Frame[] = []
  let current: DateFound | undefined
  let previous:
    {readonly run: number; readonly date?: string; readonly minutes?: number; readonly inherited: boolean} | undefined
  let afternoon = false
  let standing: DateFound | undefined
  let run = -1
  const startOver = (): void => {
    current = frames.at(-1) ?? context.base
    previous = undefined
    afternoon = false
    standing = undefined
  }
  for (const one of selected) {
    const {entry, role} = one
    const open = frames.filter(({end}) => entry.span.start < end)
    if (open.length < frames.length) {
      frames = open
      startOver()
    }
    if (one.run !== run) {
      run = one.run
      startOver()
    }
    const {written} = entry
    if (role === 'date') {
      const date = written && dateIn(written, context, current?.date, entry.columnYear)
      if (date) {
        current = {date, from: entry.source === 'heading' ? 'heading' : 'line'}
        standing = DEFAULT_DATE.test(entry.line) ? current : undefined
        if (one.scopeEnd !== undefined) frames = [...frames, {...current, end: one.scopeEnd}]
        previous = undefined
        afternoon = false
      }
      continue
    }
    if (!written) {
      results.push({selected: one})
      continue
    }
    const special = resolveSpecial(written, context, previous, current)
    if (special) {
      const when =
        special.date !== undefined ? withZone(special, entry.span.start, written, entry.columnZone, context) : special
      results.push({selected: one, when})
      if (special.date !== undefined && special.minutes !== undefined)
        previous = {run, date: special.date, minutes: special.minutes, inherited: false}
      continue
    }
    const own = dateIn(written, context, previous?.date ?? current?.date, entry.columnYear)
    let minutes = written.clock?.minutes
    if (minutes !== undefined && halves.has(run) && minutes < 12 * 60) {
      if (!own && previous?.minutes !== undefined && minutes < previous.minutes && minutes + 720 >= previous.minutes)
        afternoon = true
      if (own && own !== previous?.date) afternoon = false
      if (afternoon) minutes += 720
    }
    let found: DateFound | undefined = own
      ? {date: own, from: 'entry'}
      : previous?.inherited
        ? current
        : (standing ?? current)
    if (!own && found && written.plusDays) found = {date: addDays(found.date, written.plusDays), from: 'entry'}
    if (
      !own &&
      found &&
      minutes !== undefined &&
      previous?.minutes !== undefined &&
      previous.date === found.date &&
      !written.plusDays
    ) {
      const step = minutes - previous.minutes
      if (!context.newestFirst && step < -NEXT_DAY_STEP) found = {date: addDays(found.date, 1), from: 'midnight'}
      if (context.newestFirst && step > NEXT_DAY_STEP) found = {date: addDays(found.date, -1), from: 'midnight'}
    }
    let date = found?.date
    if (minutes !== undefined && minutes >= 1440) {
      minutes -= 1440
      date &&= addDays(date, 1)
    }
    if (found && (own !== undefined || found.from === 'midnight' || found === standing || written.plusDays))
      current = {date: found.date, from: found.from === 'entry' || found.from === 'midnight' ? 'previous' : found.from}
    const isUntold = minutes === undefined && own === undefined && !written.plusDays && !written.vague
    const hasMoment = !isUntold && (date !== undefined || minutes !== undefined)
    const when = hasMoment
      ? withZone(
          {date, minutes, approximate: written.approximate, dateFrom: date === undefined ? undefined : found?.from},
          entry.span.start,
          written,
          entry.columnZone,
          context,
        )
      : undefined
    results.push({selected: one, when, until: when && untilOf(written, when, context)})
    // A day alone says nothing about the order of times on that day.
    if (minutes !== undefined) previous = {run, date, minutes, inherited: own === undefined}
    else if (own !== undefined) previous = {run, date: own, minutes: undefined, inherited: false}
  }
  return spreadZones(results)
}

/** Runs that count from 1 to 12 twice without saying am or pm. */
function twelveHourRuns(selected: readonly Selected[]): ReadonlySet<number> {
  const runs = new Map<number, WrittenClock[]>()
  for (const {entry, run, role} of selected) {
    const clock = entry.written?.clock
    if (role !== 'event' || clock?.minutes === undefined) continue
    const clocks = runs.get(run)
    if (clocks) clocks.push(clock)
    else runs.set(run, [clock])
  }
  const found = [...runs].filter(([, clocks]) => {
    if (
      clocks.some(
        ({half, minutes, hourDigits}) =>
          half !== undefined || minutes! >= 13 * 60 || minutes! < 60 || (hourDigits === 2 && minutes! < 10 * 60),
      )
    )
      return false
    const steps = clocks.slice(1).map((clock, i) => clock.minutes! - clocks[i]!.minutes!)
    return steps.some((step, i) => step < -60 && clocks[i]!.minutes! >= 11 * 60)
  })
  return new Set(found.map(([run]) => run))
}

function resolveSpecial(
  written: WrittenTime,
  context: TimeContext,
  previous: {readonly date?: string; readonly minutes?: number} | undefined,
  current: DateFound | undefined,
): (Moment & {readonly zone?: string}) | undefined {
  if (written.epoch !== undefined) {
    const minutes = (written.epoch % 86_400_000) / 60_000
    return {
      date: dateOfDay(Math.floor(written.epoch / 86_400_000)),
      minutes,
      zone: 'UTC',
      offset: 0,
      approximate: false,
      dateFrom: 'entry',
      zoneFrom: 'entry',
    }
  }
  if (written.elapsed !== undefined) {
    const {zero} = context
    const date = zero?.date ?? current?.date
    if (!zero) return {approximate: written.approximate, elapsed: written.elapsed}
    return date === undefined
      ? {minutes: zero.minutes + written.elapsed, approximate: written.approximate}
      : {...moved(date, zero.minutes + written.elapsed), approximate: written.approximate, dateFrom: 'statement'}
  }
  if (written.later !== undefined) {
    if (previous?.minutes === undefined || previous.date === undefined)
      return {
        approximate: true,
        ...(previous?.date && written.later >= 1440
          ? {date: addDays(previous.date, Math.round(written.later / 1440)), dateFrom: 'previous' as const}
          : {}),
      }
    return {...moved(previous.date, previous.minutes + written.later), approximate: true, dateFrom: 'previous'}
  }
  return undefined
}

function moved(date: string, minutes: number): {date: string; minutes: number} {
  const days = Math.floor(minutes / 1440)
  return {date: addDays(date, days), minutes: minutes - days * 1440}
}

function withZone(
  moment: Moment,
  at: number,
  written: WrittenTime,
  columnZone: string | undefined,
  context: TimeContext,
): Moment {
  if (moment.zoneFrom || (moment.minutes === undefined && !written.clock)) return moment
  const own = written.zone === undefined ? undefined : readZone(written.zone)
  const column = columnZone === undefined ? undefined : readZone(columnZone)
  const found = own
    ? {zone: own, from: 'entry' as const}
    : column
      ? {zone: column, from: 'column' as const}
      : context.zoneAt(at)
  return found ? zoned(moment, found.zone, found.from) : moment
}

/** Moments that have a zone have no `day` and no `elapsed`. */
function zoned({date, minutes, approximate, dateFrom}: Moment, zone: Zone, zoneFrom: MomentSource): Moment {
  const offset = date === undefined ? zone.offset : offsetOf(zone, date, minutes ?? 0)
  return {date, minutes, zone: zone.text, offset, approximate, dateFrom, zoneFrom}
}

/** A zone that some entries of a run name holds for the others that name none. */
function spreadZones(results: readonly Resolved[]): Resolved[] {
  const named = new Map<number, string | null>()
  for (const {selected, when} of results) {
    if (when?.zoneFrom !== 'entry' || when.zone === undefined) continue
    const known = named.get(selected.run)
    named.set(selected.run, known === undefined || known === when.zone ? when.zone : null)
  }
  if (!named.size) return [...results]
  return results.map((result) => {
    const name = named.get(result.selected.run)
    const zone = name == null ? undefined : readZone(name)
    const {when} = result
    if (
      !zone ||
      !when ||
      when.minutes === undefined ||
      (when.zone !== undefined && when.zoneFrom !== 'prose' && when.zoneFrom !== 'setting')
    )
      return result
    const until =
      result.until && result.until.minutes !== undefined ? zoned(result.until, zone, 'previous') : result.until
    return {...result, when: zoned(when, zone, 'previous'), until}
  })
}

/** A single time somewhere in the document, dated by itself or by the document. */
export function momentOf(written: WrittenTime, offset: number, context: TimeContext): Moment | undefined {
  if (written.epoch !== undefined) return resolveSpecial(written, context, undefined, undefined)
  const own = dateIn(written, context, context.base?.date, undefined)
  const minutes = written.clock?.minutes
  if (own === undefined && minutes === undefined) return undefined
  const date = own ?? context.base?.date
  return withZone(
    {date, minutes, approximate: written.approximate, dateFrom: own ? 'entry' : context.base?.from},
    offset,
    written,
    undefined,
    context,
  )
}

function untilOf(written: WrittenTime, when: Moment, context: TimeContext): Moment | undefined {
  const zone = {zone: when.zone, offset: when.offset, zoneFrom: when.zoneFrom}
  if (written.lasts !== undefined && when.minutes !== undefined) {
    const end =
      when.date === undefined ? {minutes: when.minutes + written.lasts} : moved(when.date, when.minutes + written.lasts)
    return {...end, ...zone, approximate: when.approximate, dateFrom: when.dateFrom}
  }
  if (!written.until) return undefined
  const {date: writtenDate, clock} = written.until
  const own = writtenDate && dateOf(writtenDate, context, when.date, undefined)
  let date = own ?? when.date
  const minutes = clock?.minutes
  if (clock && minutes === undefined) return undefined
  if (!own && date !== undefined && minutes !== undefined && when.minutes !== undefined && minutes < when.minutes)
    date = addDays(date, 1)
  if (date === undefined && minutes === undefined) return undefined
  return {
    date,
    minutes,
    ...(minutes === undefined ? {} : zone),
    approximate: when.approximate,
    dateFrom: own ? 'entry' : when.dateFrom,
  }
}

const dateIn = (
  written: WrittenTime,
  context: TimeContext,
  near: string | undefined,
  columnYear: number | undefined,
): string | undefined => written.date && dateOf(written.date, context, near, columnYear)

/** The calendar date that a written one means; undefined where a part stays unknown. */
export function dateOf(
  written: WrittenDate,
  context: Pick<TimeContext, 'dayFirst' | 'year' | 'base'>,
  near: string | undefined,
  columnYear: number | undefined,
): string | undefined {
  const {numeric, weekday} = written
  const [month, day] = !numeric
    ? [written.month, written.day]
    : isDayFirst(numeric, context.dayFirst)
      ? [numeric.second, numeric.first]
      : [numeric.first, numeric.second]
  if (month === undefined && weekday !== undefined) return near === undefined ? undefined : nextWeekday(near, weekday)
  if (month === undefined || day === undefined) return undefined
  const known = near ?? context.base?.date
  const anchor = known === undefined || known < '0100' ? undefined : known
  const year = written.year ?? columnYear ?? (anchor === undefined ? context.year : nearestYear(anchor, month, day))
  return year !== undefined && isDay(year, month, day) ? isoDate(year, month, day) : undefined
}

/** Whether `first` is the day: where the numbers leave no choice, else as the document has it. */
function isDayFirst({first, second}: {readonly first: number; readonly second: number}, dayFirst: boolean): boolean {
  if (first > 12) return true
  if (second > 12) return false
  return dayFirst
}

/** The year that brings a day closest to another date: `2 Jan` after 30 December is next year. */
function nearestYear(near: string, month: number, day: number): number {
  const year = Number(near.slice(0, 4))
  const distance = (candidate: number): number =>
    Math.abs(dayNumber(isoDate(candidate, month, Math.min(day, 28))) - dayNumber(near))
  return [year, year + 1, year - 1].reduce(
    (best, candidate) => (distance(candidate) < distance(best) ? candidate : best),
    year,
  )
}

/** The day of that name on the date or in the six days after it. */
const nextWeekday = (date: string, weekday: number): string => addDays(date, (weekday - weekdayOfDate(date) + 7) % 7)

/** Whether numbers such as `03/04/2024` put the day first, judged from all dates of the document. Undefined where nothing tells. */
export function dayFirstIn(written: readonly WrittenDate[], known: string | undefined): boolean | undefined {
  const numeric = written.flatMap((date) => (date.numeric ? [{...date.numeric, year: date.year}] : []))
  if (numeric.some(({first}) => first > 12)) return true
  if (numeric.some(({second}) => second > 12)) return false
  if (known !== undefined) {
    const distance = (dayFirst: boolean): number =>
      numeric.reduce((sum, {first, second, year}) => {
        const [month, day] = dayFirst ? [second, first] : [first, second]
        return sum + Math.abs(dayNumber(isoDate(year ?? Number(known.slice(0, 4)), month, day)) - dayNumber(known))
      }, 0)
    const [asDay, asMonth] = [distance(true), distance(false)]
    if (numeric.length && asDay !== asMonth && Math.min(asDay, asMonth) <= 45 * numeric.length) return asDay < asMonth
  }
  return undefined
}
