import type { AgreedVersion, Agreement, AgreementLanguage } from '@trailpass/shared'
import { privacyPolicy, userAgreement } from './agreement-texts.ts'

/** A changed text gets a new version, and everybody is asked again. Both languages of a text have one version. */
const offered = [
  {
    id: 'user-agreement',
    version: '2026-11',
    title: { 'zh-CN': '用户协议', en: 'User Agreement' },
    text: userAgreement,
  },
  {
    id: 'privacy-policy',
    version: '2026-11-26',
    title: { 'zh-CN': '隐私政策', en: 'Privacy Policy' },
    text: privacyPolicy,
  },
] as const

/** The agreements that people accept. */
export const agreementsIn = (language: AgreementLanguage): Agreement[] =>
  offered.map(({ id, version, title, text }) => ({
    id,
    version,
    title: title[language],
    url: null,
    text: text[language],
    required: true,
  }))

export const agreements: readonly Agreement[] = agreementsIn('zh-CN')

export const isPresentVersion = ({ id, version }: AgreedVersion): boolean =>
  agreements.some((agreement) => agreement.id === id && agreement.version === version)

/** The first required agreement that is not accepted in its current version; `undefined` if all are. */
export function findMissingAgreement(agreed: readonly AgreedVersion[]): Agreement | undefined {
  return agreements.find(
    (agreement) =>
      agreement.required && !agreed.some(({ id, version }) => id === agreement.id && version === agreement.version),
  )
}
