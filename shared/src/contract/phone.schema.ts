import * as z from 'zod'
import { limits } from '../rules/limits.ts'
import { exactly } from './exactly.ts'
import type { PhoneRequest } from './phone.ts'

export const phoneRequestSchema = exactly<PhoneRequest>()(
  z
    .strictObject({
      code: z.string().min(1).max(limits.codeLength).exactOptional(),
      encryptedData: z.string().max(limits.payloadLength).exactOptional(),
      iv: z.string().max(limits.payloadLength).exactOptional(),
      keyEpoch: z.int().exactOptional(),
    })
    .refine(
      ({ code, encryptedData, iv }) =>
        code === undefined ? encryptedData !== undefined && iv !== undefined : encryptedData === undefined,
      'either code, or encryptedData and iv',
    )
    .meta({ id: 'PhoneRequest' }),
)
