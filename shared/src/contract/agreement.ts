import { endpoint } from './endpoint.ts'

/** A text people may have to agree to. Exactly one of `url` and `text` is present. */
export interface Agreement {
  id: string
  version: string
  title: string
  url: string | null
  text: string | null
  required: boolean
}

export interface AgreementList {
  agreements: Agreement[]
}

/** The first is the default. */
export const agreementLanguages = ['zh-CN', 'en'] as const
export type AgreementLanguage = (typeof agreementLanguages)[number]

/** Query: `language`. */
export const listAgreements = endpoint<void, AgreementList>('listAgreements', 'GET', '/v1/agreements')
