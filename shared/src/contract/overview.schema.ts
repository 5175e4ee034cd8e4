import * as z from 'zod'
import { exactly } from './exactly.ts'
import type { Overview } from './overview.ts'
import { registrationModes } from './web-registration.ts'

export const overviewSchema = exactly<Overview>()(
  z
    .strictObject({
      trails: z.array(z.strictObject({ id: z.string(), name: z.string(), lengthMeters: z.int() })),
      activeToday: z.int(),
      freeBikes: z.int().nullable(),
      topThree: z.array(z.strictObject({ displayName: z.string(), distanceMeters: z.int() })),
      registrationMode: z.enum(registrationModes),
    })
    .meta({ id: 'Overview' }),
)
