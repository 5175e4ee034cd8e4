import * as z from 'zod'
import type { AccountSummary, JoinDecision, JoinOffer, JoinOfferAnswer } from './account-join.ts'
import { exactly } from './exactly.ts'
import { platforms } from './session.ts'

const accountSummarySchema = exactly<AccountSummary>()(
  z
    .strictObject({
      displayName: z.string(),
      avatarUrl: z.string().nullable(),
      phoneMasked: z.string().nullable(),
      platforms: z.array(z.enum(platforms)),
      registeredAt: z.iso.datetime(),
      rides: z.int(),
      distanceMeters: z.number(),
    })
    .meta({ id: 'AccountSummary' }),
)

const joinOfferSchema = exactly<JoinOffer>()(
  z.strictObject({ own: accountSummarySchema, other: accountSummarySchema }).meta({ id: 'JoinOffer' }),
)

export const joinOfferAnswerSchema = exactly<JoinOfferAnswer>()(
  z.strictObject({ offer: joinOfferSchema.nullable() }).meta({ id: 'JoinOfferAnswer' }),
)

export const joinDecisionSchema = exactly<JoinDecision>()(
  z.strictObject({ join: z.boolean() }).meta({ id: 'JoinDecision' }),
)
