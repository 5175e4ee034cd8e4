import * as z from 'zod'
import { deviceCodePattern } from '../rules/device-code.ts'
import type { Device, ScanRequest, ScanResponse } from './device.ts'
import { exactly } from './exactly.ts'

export const deviceSchema = exactly<Device>()(
  z
    .strictObject({ id: z.string(), number: z.int(), trailId: z.string(), trailName: z.string() })
    .meta({ id: 'Device' }),
)

export const scanRequestSchema = exactly<ScanRequest>()(
  z
    .strictObject({
      scene: z.string().regex(deviceCodePattern).exactOptional(),
      q: z.url().max(512).exactOptional(),
    })
    .refine((scan) => (scan.scene === undefined) !== (scan.q === undefined), 'exactly one of scene and q')
    .meta({ id: 'ScanRequest' }),
)

export const scanResponseSchema = exactly<ScanResponse>()(
  z
    .strictObject({ device: deviceSchema, intentId: z.string(), expiresAt: z.iso.datetime() })
    .meta({ id: 'ScanResponse' }),
)
