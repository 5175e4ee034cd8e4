import { t } from './index'

/** One decimal below 100 km, none above or for zero; two below 100 m, so that a small distance is not shown as zero. */
export function kilometers(meters: number): string {
  const value = meters / 1000
  if (value === 0 || value >= 100) return String(Math.round(value))
  return value.toFixed(value < 0.1 ? 2 : 1)
}

/** Formats the local date of an ISO 8601 instant. */
export function day(iso: string): string {
  const date = new Date(iso)
  return t('date.long', { year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() })
}

/** Formats the local time of an ISO 8601 instant; with the year only if it is not the current one. */
export function moment(iso: string, now = new Date()): string {
  const date = new Date(iso)
  const year = date.getFullYear()
  return t(year === now.getFullYear() ? 'date.moment' : 'date.moment_of_year', {
    year,
    month: t('date.months').split(' ')[date.getMonth()] ?? '',
    day: date.getDate(),
    time: `${date.getHours()}:${twoDigits(date.getMinutes())}`,
  })
}

/** The weekday of a `YYYY-MM-DD`, independent of the phone's time zone. */
export function weekday(date: string): string {
  return t('date.weekdays').split(' ')[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? ''
}

/** `12:05`, and `1:02:05` from an hour on. */
export function duration(seconds: number): string {
  const whole = Math.floor(seconds)
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60]
  const end = twoDigits(whole % 60)
  return hours > 0 ? `${hours}:${twoDigits(minutes)}:${end}` : `${minutes}:${end}`
}

const twoDigits = (value: number) => String(value).padStart(2, '0')

/** The plural form; both are the same in Chinese. */
export function plural(value: number): 'one' | 'other' {
  return value === 1 ? 'one' : 'other'
}

/** A whole number with thousands separators. */
export function count(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',')
}
