/**
 * What this program takes through WeChat's interfaces, and what for: as people read it before the first use, and, in
 * Chinese, as the operator files it: after changing it, run `privacy`, which makes docs/privacy-declaration.md of it.
 */
export const privacyUses = {
  'zh-CN': {
    profile: ['昵称和头像', '在排行和你的页面上显示你'],
    phone: ['手机号，可不填', '绑定到你的账号'],
    location: ['大致位置，不保存', '算出你离步道有多远'],
    steps: ['微信运动步数，可不给', '画出你每天走的步数'],
  },
  en: {
    profile: ['Nickname and avatar', 'to show you in rankings and on your pages'],
    phone: ['Phone number, optional', 'to link it to your account'],
    location: ['Approximate location, not stored', 'to calculate the distance to a trail'],
    steps: ['WeRun steps, optional', 'to chart your daily steps'],
  },
} as const satisfies Record<string, Record<string, readonly [what: string, purpose: string]>>

export type PrivacyUse = keyof (typeof privacyUses)['zh-CN']
