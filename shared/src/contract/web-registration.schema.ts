import * as z from 'zod'
import { exactly } from './exactly.ts'
import { userInfoSchema } from './user-info.schema.ts'
import type { RedeemTicketRequest, RegistrationTicket, WebRegistration } from './web-registration.ts'

export const registrationTicketSchema = exactly<RegistrationTicket>()(
  z.strictObject({ url: z.string(), expiresAt: z.iso.datetime() }).meta({ id: 'RegistrationTicket' }),
)

export const redeemTicketRequestSchema = exactly<RedeemTicketRequest>()(
  z.strictObject({ ticket: z.string().min(1).max(256) }).meta({ id: 'RedeemTicketRequest' }),
)

export const webRegistrationSchema = exactly<WebRegistration>()(
  z.strictObject({ expiresAt: z.iso.datetime(), user: userInfoSchema }).meta({ id: 'WebRegistration' }),
)
