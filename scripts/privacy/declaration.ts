import { type PrivacyUse, privacyUses } from '@trailpass/client/platform/privacy/uses.ts'
import { privacyKindOf } from '@trailpass/simulator/hosts/node'

/** What each use is called in WeChat's form. */
const kindOfUse: Record<PrivacyUse, string> = {
  profile: '收集你的昵称、头像',
  phone: '收集你的手机号',
  location: '收集你的位置信息',
  steps: '收集你的微信运动步数',
}

/** These must stand in app.json as well. https://developers.weixin.qq.com/miniprogram/dev/reference/configuration/app.html */
const listedInAppJson = [
  'getFuzzyLocation',
  'getLocation',
  'startLocationUpdate',
  'startLocationUpdateBackground',
  'choosePoi',
  'chooseLocation',
  'chooseAddress',
]

/** `client/privacy.json`. */
export interface PrivacyDeclaration {
  requiredPrivateInfos: string[]
  information: { kind: string; purpose: string; interfaces: string[] }[]
}

/** What is declared when a build uses these interfaces. */
export function declare(used: readonly string[]): PrivacyDeclaration {
  return {
    requiredPrivateInfos: used.filter((name) => listedInAppJson.includes(name)),
    information: uses().map(({ kind, purpose }) => ({
      kind,
      purpose,
      interfaces: used.filter((name) => privacyKindOf(name) === kind),
    })),
  }
}

/** Where the words that people read and the interfaces in use are not of the same things. */
export function unspoken(used: readonly string[]): string[] {
  const kindsUsed = new Set(used.map(privacyKindOf))
  const kindsNamed = uses().map(({ kind }) => kind)
  const where = 'client/src/platform/privacy/uses.ts'
  return [
    ...used
      .filter((name) => !kindsNamed.includes(privacyKindOf(name) ?? ''))
      .map((name) => `the build uses ${name} (${privacyKindOf(name)}), and ${where} has no words for it`),
    ...uses()
      .filter(({ kind }) => !kindsUsed.has(kind))
      .map(({ use, kind }) => `${where} names ${use} (${kind}), and the build uses nothing of it`),
  ]
}

function uses() {
  return Object.entries(privacyUses['zh-CN']).map(([use, [, purpose]]) => ({
    use,
    kind: kindOfUse[use as PrivacyUse],
    purpose,
  }))
}
