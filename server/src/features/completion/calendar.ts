const DAY = 86_400_000

const parse = (date: string): number => Date.parse(`${date}T00:00:00Z`)
const format = (time: number): string => new Date(time).toISOString().slice(0, 10)

export const isoDaysFrom = (date: string, days: number): string => format(parse(date) + days * DAY)

/** The day itself, or the Monday after a weekend. */
function workingDay(time: number): number {
  const day = new Date(time).getUTCDay()
  return time + (day === 6 ? 2 : day === 0 ? 1 : 0) * DAY
}

export interface DueDate {
  readonly date: string
  readonly label: string
}

/** Dates that work is promised for: the next working day, one and two weeks, the end of the month, of the quarter. */
export function dueDates(today: string): DueDate[] {
  const now = parse(today)
  const [year, month] = [new Date(now).getUTCFullYear(), new Date(now).getUTCMonth()]
  const found: DueDate[] = [
    {label: 'next working day', date: format(workingDay(now + DAY))},
    {label: 'in a week', date: format(workingDay(now + 7 * DAY))},
    {label: 'in two weeks', date: format(workingDay(now + 14 * DAY))},
    {label: 'in a month', date: format(workingDay(now + 30 * DAY))},
    {label: 'end of the month', date: format(lastWorkingDay(Date.UTC(year, month + 1, 0)))},
    {label: 'end of the quarter', date: format(lastWorkingDay(Date.UTC(year, Math.floor(month / 3) * 3 + 3, 0)))},
  ]
  return found.filter(({date}, i) => date > today && found.findIndex((other) => other.date === date) === i)
}

function lastWorkingDay(time: number): number {
  const day = new Date(time).getUTCDay()
  return time - (day === 6 ? 1 : day === 0 ? 2 : 0) * DAY
}
