import { defaultTimeZone } from '../day.ts'

export interface TrailRecord {
  id: string
  name: string
  lengthMeters: number
  area: TrailArea | null
  /** IANA name: where a ride's day begins and ends. */
  timeZone: string
}

export interface Position {
  /** Degrees. */
  latitude: number
  longitude: number
}

/** The area of a trail: a radius around its centre, or an outline. */
export type TrailArea = CircleArea | OutlineArea

export interface CircleArea extends Position {
  kind: 'circle'
  radiusMeters: number
}

export interface OutlineArea {
  kind: 'outline'
  ring: Ring
}

/** Longitude and latitude in degrees, as GeoJSON has them; the last position is the first again. */
export type Ring = readonly (readonly [longitude: number, latitude: number])[]

/**
 * The time zone of most trails; in a tie, the first one's. Used for days that belong to no single trail: of people who
 * have not ridden, and of all trails together.
 */
export function commonTimeZone(trails: readonly Pick<TrailRecord, 'timeZone'>[]): string {
  const counts = new Map<string, number>()
  for (const { timeZone } of trails) counts.set(timeZone, (counts.get(timeZone) ?? 0) + 1)
  const [most] = [...counts].sort(([, one], [, other]) => other - one)
  return most?.[0] ?? defaultTimeZone
}
