/** The issuer of a unionid: apps of one account at the same provider see the same unionid for the same person. */
export type UnionProvider = 'wechat' | 'douyin'

/** Links identities of different apps to one person, as asserted by the platform. */
export interface UnionKey {
  provider: UnionProvider
  subject: string
}

const providers: Readonly<Record<string, UnionProvider>> = { weapp: 'wechat', h5: 'wechat', tt: 'douyin' }

export function unionKey(platform: string, unionSubject: string | null): UnionKey | undefined {
  const provider = providers[platform]
  return provider && unionSubject ? { provider, subject: unionSubject } : undefined
}
