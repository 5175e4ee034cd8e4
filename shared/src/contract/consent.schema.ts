import * as z from 'zod'
import type { ConsentRequest } from './consent.ts'
import { exactly } from './exactly.ts'
import { agreedVersionSchema } from './registration.schema.ts'
import { screenNamePattern } from './registration.ts'

export const consentRequestSchema = exactly<ConsentRequest>()(
  z
    .strictObject({
      agreements: z.array(agreedVersionSchema).min(1).max(16),
      screen: z.string().regex(screenNamePattern),
    })
    .meta({ id: 'ConsentRequest' }),
)
