import * as z from 'zod'
import { exactly } from './exactly.ts'
import type { Trail, TrailList } from './trail.ts'

const trailSchema = exactly<Trail>()(
  z
    .strictObject({
      id: z.string(),
      name: z.string(),
      lengthMeters: z.int(),
      distanceMeters: z.int().nullable(),
      inRange: z.boolean().nullable(),
    })
    .meta({ id: 'Trail' }),
)

export const trailListSchema = exactly<TrailList>()(
  z.strictObject({ trails: z.array(trailSchema) }).meta({ id: 'TrailList' }),
)
