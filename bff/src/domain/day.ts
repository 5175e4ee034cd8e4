/** The default: most trails are in China. */
export const defaultTimeZone = 'Asia/Shanghai'

const dayMs = 86_400_000
const formats = new Map<string, Intl.DateTimeFormat>()

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' })
  formats.set(timeZone, format)
  return format
}

/** The canonical name of a time zone; `undefined` if it is not an IANA time zone. */
export function findTimeZone(name: string): string | undefined {
  // Node also accepts offsets such as +08:00, which have no daylight saving time.
  if (!/^[A-Za-z]/.test(name)) return undefined
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
  } catch {
    return undefined
  }
}

/** `YYYY-MM-DD` in a time zone. */
export const dayOf = (instant: Date, timeZone: string): string => formatFor(timeZone).format(instant)

/** The first instant of the current day in a time zone; not always midnight, if clocks are put forward then. */
export function startOfDay(instant: Date, timeZone: string): Date {
  const day = dayOf(instant, timeZone)
  let [before, within] = [instant.getTime() - 2 * dayMs, instant.getTime()]
  while (within - before > 1) {
    const middle = Math.floor((before + within) / 2)
    if (dayOf(new Date(middle), timeZone) === day) within = middle
    else before = middle
  }
  return new Date(within)
}

/** The days up to and including `last`, oldest first. */
export function daysUntil(last: string, count: number): string[] {
  const end = Date.parse(`${last}T00:00:00Z`)
  return Array.from({ length: count }, (_, index) =>
    new Date(end - (count - 1 - index) * dayMs).toISOString().slice(0, 10),
  )
}

/** The Monday of the day's week. */
export function mondayOf(day: string): string {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
  return daysUntil(day, weekday + 1)[0] ?? day
}
