import * as z from 'zod'
import { exactly } from './exactly.ts'
import { platforms } from './session.ts'
import type { SignedInDevice, SignedInDeviceList } from './signed-in-device.ts'

const signedInDeviceSchema = exactly<SignedInDevice>()(
  z
    .strictObject({
      id: z.string(),
      platform: z.enum(platforms),
      model: z.string().nullable(),
      createdAt: z.iso.datetime(),
      lastSeenAt: z.iso.datetime(),
      current: z.boolean(),
    })
    .meta({ id: 'SignedInDevice' }),
)

export const signedInDeviceListSchema = exactly<SignedInDeviceList>()(
  z.strictObject({ sessions: z.array(signedInDeviceSchema) }).meta({ id: 'SignedInDeviceList' }),
)
