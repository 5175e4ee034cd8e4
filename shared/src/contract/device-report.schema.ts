import * as z from 'zod'
import { limits } from '../rules/limits.ts'
import type { DeviceReport, DeviceReportAnswer } from './device-report.ts'
import { exactly } from './exactly.ts'
import { rideSampleSchema } from './ride.schema.ts'

export const deviceReportSchema = exactly<DeviceReport>()(
  z
    .strictObject({
      rideId: z.string().min(1).max(64).exactOptional(),
      samples: z.array(rideSampleSchema).max(limits.samplesPerRequest),
    })
    .meta({ id: 'DeviceReport' }),
)

export const deviceReportAnswerSchema = exactly<DeviceReportAnswer>()(
  z
    .strictObject({ ride: z.strictObject({ id: z.string(), nextSequence: z.int() }).nullable() })
    .meta({ id: 'DeviceReportAnswer' }),
)
