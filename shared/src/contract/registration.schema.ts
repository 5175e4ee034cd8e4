import * as z from 'zod'
import { limits } from '../rules/limits.ts'
import { entrySchema } from './entry.schema.ts'
import { exactly } from './exactly.ts'
import { type AgreedVersion, type RegistrationRequest, screenNamePattern } from './registration.ts'
import { nicknameSchema } from './user-info.schema.ts'

export const agreedVersionSchema = exactly<AgreedVersion>()(
  z.strictObject({ id: z.string().min(1).max(64), version: z.string().min(1).max(32) }),
)

export const registrationRequestSchema = exactly<RegistrationRequest>()(
  z
    .strictObject({
      nickname: nicknameSchema.exactOptional(),
      phoneCode: z.string().min(1).max(limits.codeLength).exactOptional(),
      agreements: z.array(agreedVersionSchema).max(16),
      screen: z.string().regex(screenNamePattern).exactOptional(),
      entry: entrySchema.exactOptional(),
    })
    .meta({ id: 'RegistrationRequest' }),
)
