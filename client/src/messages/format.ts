import { t } from './index'

/** One decimal below 100 km, none above or for nothing. */
export function kilometers(meters: number): string {
  const value = meters / 1000
  return value === 0 || value >= 100 ? String(Math.round(value)) : value.toFixed(1)
}

/** The local day of an ISO 8601 instant, in words. */
export function day(iso: string): string {
  const date = new Date(iso)
  return t('date.long', { year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() })
}

/** Which form of a counted word fits; Chinese has one form, so both say the same there. */
export function plural(value: number): 'one' | 'other' {
  return value === 1 ? 'one' : 'other'
}

/** A whole number with its thousands apart. */
export function count(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',')
}
