import { pointToPolygonDistance } from '@turf/point-to-polygon-distance'
import type { Position, Ring, TrailArea } from '../../domain/trail/trail.ts'

const earthRadiusMeters = 6_371_000
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Great-circle distance by the haversine formula (Sinnott 1984, Virtues of the haversine). */
export function distanceMeters(from: Position, to: Position): number {
  const latitude = Math.sin(radians(to.latitude - from.latitude) / 2) ** 2
  const longitude = Math.sin(radians(to.longitude - from.longitude) / 2) ** 2
  const chord = latitude + Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * longitude
  return 2 * earthRadiusMeters * Math.asin(Math.sqrt(Math.min(1, chord)))
}

/** The distance to the edge of an area: 0 inside it. */
export function distanceToArea(position: Position, area: TrailArea): number {
  const meters =
    area.kind === 'circle' ? distanceMeters(position, area) - area.radiusMeters : distanceToRing(position, area.ring)
  return Math.max(0, meters)
}

/**
 * Negative inside. Planar geometry: accurate enough for walking distances, and twenty times faster than on the sphere.
 */
function distanceToRing({ longitude, latitude }: Position, ring: Ring): number {
  const coordinates = [ring.map(([x, y]) => [x, y])]
  return pointToPolygonDistance(
    [longitude, latitude],
    { type: 'Polygon', coordinates },
    { units: 'meters', method: 'planar' },
  )
}
