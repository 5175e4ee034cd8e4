import * as z from 'zod'
import { findNicknameFault } from '../rules/nickname.ts'
import { exactly } from './exactly.ts'
import type { Consent, UserInfo, UserInfoPatch } from './user-info.ts'

export const nicknameSchema = z
  .string()
  .max(256)
  .superRefine((nickname, context) => {
    const fault = findNicknameFault(nickname)
    if (fault) context.addIssue({ code: 'custom', message: `nickname: ${fault}` })
  })
  .meta({ description: 'At most 20 characters; empty shows the default name', example: '小林' })

export const consentSchema = exactly<Consent>()(
  z.strictObject({ id: z.string(), version: z.string(), agreedAt: z.iso.datetime(), screen: z.string().nullable() }),
)

export const userInfoSchema = exactly<UserInfo>()(
  z
    .strictObject({
      userId: z.string(),
      registered: z.boolean(),
      nickname: z.string().nullable(),
      displayName: z.string(),
      avatarUrl: z.string().nullable().meta({ description: "A path on the BFF's own origin" }),
      underReview: z.array(z.enum(['nickname', 'avatar'])),
      refused: z.array(z.enum(['nickname', 'avatar'])),
      phoneMasked: z.string().nullable(),
      riderId: z.string().nullable(),
      ranked: z.boolean(),
      consents: z.array(consentSchema),
      profileRefreshDue: z.boolean(),
      joinOffered: z.boolean(),
      createdAt: z.iso.datetime(),
    })
    .meta({ id: 'UserInfo' }),
)

export const userInfoPatchSchema = exactly<UserInfoPatch>()(
  z
    .strictObject({ nickname: nicknameSchema.nullable().exactOptional(), ranked: z.boolean().exactOptional() })
    .meta({ id: 'UserInfoPatch' }),
)
