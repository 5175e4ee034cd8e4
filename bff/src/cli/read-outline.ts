import { readFileSync } from 'node:fs'
import * as z from 'zod'
import type { Ring } from '../domain/trail/trail.ts'
import { CommandError } from './command-error.ts'

/** Enough for the edge of a park; every position asked about is compared with each of them. */
const positions = { min: 4, max: 500 }

// RFC 7946: longitude before latitude, and perhaps an altitude, which nobody needs here.
const positionSchema = z
  .tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)], z.number())
  .transform(([longitude, latitude]): [number, number] => [longitude, latitude])

const polygonSchema = z.object({
  type: z.literal('Polygon'),
  coordinates: z.array(z.array(positionSchema).min(positions.min).max(positions.max)).length(1),
})
const featureSchema = z.object({ type: z.literal('Feature'), geometry: polygonSchema })
const collectionSchema = z.object({ type: z.literal('FeatureCollection'), features: z.array(featureSchema).length(1) })

const geoJsonSchema = z.union([
  polygonSchema,
  featureSchema.transform(({ geometry }) => geometry),
  collectionSchema.transform(({ features }) => features[0]?.geometry),
])

/** The outline in a GeoJSON file: one polygon without holes, by itself or as a feature. Throws CommandError. */
export function readOutline(path: string): Ring {
  const parsed = geoJsonSchema.safeParse(parse(path))
  const [ring = []] = parsed.data?.coordinates ?? []
  const [first, last] = [ring[0], ring.at(-1)]
  if (!first || !last) {
    const wanted = `one polygon without holes, ${positions.min} to ${positions.max} positions of longitude and latitude`
    throw new CommandError(`${path} is not an outline: expected GeoJSON with ${wanted}`)
  }
  if (first[0] !== last[0] || first[1] !== last[1]) {
    throw new CommandError(`${path} is not an outline: its first and last positions must be the same`)
  }
  return ring
}

function parse(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new CommandError(`${path} cannot be read as GeoJSON: ${error instanceof Error ? error.message : error}`)
  }
}
