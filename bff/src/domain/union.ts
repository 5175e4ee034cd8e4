/** Who gives a unionid: apps of one account at the same provider see the same one for the same person. */
export type UnionProvider = 'wechat' | 'douyin'

/** What proves that identities of different apps are one person: the platform itself says so. */
export interface UnionKey {
  provider: UnionProvider
  subject: string
}

const providers: Readonly<Record<string, UnionProvider>> = { weapp: 'wechat', h5: 'wechat', tt: 'douyin' }

export function unionKey(platform: string, unionSubject: string | null): UnionKey | undefined {
  const provider = providers[platform]
  return provider && unionSubject ? { provider, subject: unionSubject } : undefined
}
