/** Trails lie in China; a day begins when it does there. */
export const trailTimeZone = 'Asia/Shanghai'

const format = new Intl.DateTimeFormat('en-CA', { timeZone: trailTimeZone, dateStyle: 'short' })
const dayMs = 86_400_000

/** `YYYY-MM-DD` on the trail. */
export const dayOf = (instant: Date): string => format.format(instant)

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
