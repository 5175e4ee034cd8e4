export interface Position {
  /** Degrees. */
  latitude: number
  longitude: number
}

/** A circle around the middle of a trail. */
export interface TrailArea extends Position {
  radiusMeters: number
}

export interface TrailRecord {
  id: string
  name: string
  lengthMeters: number
  area: TrailArea | null
}

const earthRadiusMeters = 6_371_000
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Great-circle distance by the haversine formula (Sinnott 1984, Virtues of the haversine). */
export function distanceMeters(from: Position, to: Position): number {
  const latitude = Math.sin(radians(to.latitude - from.latitude) / 2) ** 2
  const longitude = Math.sin(radians(to.longitude - from.longitude) / 2) ** 2
  const chord = latitude + Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * longitude
  return 2 * earthRadiusMeters * Math.asin(Math.sqrt(Math.min(1, chord)))
}

/** How far it is to the edge of an area: 0 inside it. */
export function distanceToArea(position: Position, area: TrailArea): number {
  return Math.max(0, distanceMeters(position, area) - area.radiusMeters)
}
