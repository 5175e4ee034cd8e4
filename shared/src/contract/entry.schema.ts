import * as z from 'zod'
import { deviceCodePattern } from '../rules/device-code.ts'
import { type Entry, entryKinds } from './entry.ts'
import { exactly } from './exactly.ts'

export const entrySchema = exactly<Entry>()(
  z.strictObject({
    kind: z.enum(entryKinds),
    skipType: z.string().max(16).exactOptional(),
    deviceCode: z.string().regex(deviceCodePattern).exactOptional(),
  }),
)
