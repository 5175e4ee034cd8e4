import * as z from 'zod'
import type { Agreement, AgreementList } from './agreement.ts'
import { exactly } from './exactly.ts'

const agreementSchema = exactly<Agreement>()(
  z
    .strictObject({
      id: z.string(),
      version: z.string(),
      title: z.string(),
      url: z.string().nullable(),
      text: z.string().nullable(),
      required: z.boolean(),
    })
    .meta({ id: 'Agreement' }),
)

export const agreementListSchema = exactly<AgreementList>()(
  z.strictObject({ agreements: z.array(agreementSchema) }).meta({ id: 'AgreementList' }),
)
