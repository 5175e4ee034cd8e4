import * as z from 'zod'
import { limits } from '../rules/limits.ts'
import { exactly } from './exactly.ts'
import type { EncryptedPayload, PlatformKey, PlatformProfileRequest } from './platform-payload.ts'

// Only lengths are checked here: every other flaw of a payload gets the same response.
const payload = {
  encryptedData: z.string().max(limits.payloadLength),
  iv: z.string().max(limits.payloadLength),
  keyEpoch: z.int().exactOptional(),
}

export const encryptedPayloadSchema = exactly<EncryptedPayload>()(
  z.strictObject(payload).meta({ id: 'EncryptedPayload' }),
)

export const platformProfileRequestSchema = exactly<PlatformProfileRequest>()(
  z
    .strictObject({
      ...payload,
      rawData: z.string().max(limits.payloadLength),
      signature: z.string().max(limits.payloadLength),
    })
    .meta({ id: 'PlatformProfileRequest' }),
)

export const platformKeySchema = exactly<PlatformKey>()(
  z.strictObject({ alive: z.boolean(), keyEpoch: z.int().nullable() }).meta({ id: 'PlatformKey' }),
)
