import * as z from 'zod'
import { limits, opaqueIdPattern } from '../rules/limits.ts'
import { entrySchema } from './entry.schema.ts'
import { exactly } from './exactly.ts'
import {
  type GuestSessionRequest,
  type LoginRequest,
  type LoginResponse,
  type Principal,
  platforms,
} from './session.ts'
import { userInfoSchema } from './user-info.schema.ts'

/** Control characters are excluded, because terminals interpret them. */
const plainTextPattern = /^\P{Cc}*$/u
const toldMs = z.int().min(0).max(limits.toldMs)

const origin = {
  platform: z.enum(platforms),
  appId: z.string().min(1).max(limits.appIdLength),
  deviceId: z.string().regex(opaqueIdPattern),
}

export const loginRequestSchema = exactly<LoginRequest>()(
  z
    .strictObject({
      ...origin,
      code: z.string().min(1).max(limits.codeLength),
      nonce: z.string().regex(opaqueIdPattern),
      guestToken: z.string().max(256).exactOptional(),
      entry: entrySchema.exactOptional(),
      model: z.string().max(limits.modelLength).regex(plainTextPattern).exactOptional(),
      codeMs: toldMs.exactOptional(),
      earlierMs: toldMs.exactOptional(),
    })
    .meta({ id: 'LoginRequest' }),
)

export const guestSessionRequestSchema = exactly<GuestSessionRequest>()(
  z.strictObject(origin).meta({ id: 'GuestSessionRequest' }),
)

const principalSchema = exactly<Principal>()(z.strictObject({ kind: z.enum(['guest', 'member']), userId: z.string() }))

export const loginResponseSchema = exactly<LoginResponse>()(
  z
    .strictObject({
      token: z.string().nullable(),
      expiresAt: z.iso.datetime(),
      keyEpoch: z.int().nullable(),
      checkSession: z.boolean(),
      degraded: z.boolean(),
      identified: z.boolean(),
      principal: principalSchema,
      user: userInfoSchema,
    })
    .meta({ id: 'LoginResponse' }),
)
