export interface App {
  appId: string
  /** None at Alipay, where both sides sign with keys. */
  secret?: string
  kind: 'weapp' | 'official-account' | 'alipay' | 'douyin'
  name: string
  /** The Open Platform account it is bound to. Apps of one account see the same unionid; an unbound app sees none. */
  openPlatform?: string
  /** Its published pages. Unknown, any page counts as one. */
  pages?: readonly string[]
}
