export const clientTargets = ['weapp', 'h5', 'alipay', 'tt'] as const
export type ClientTarget = (typeof clientTargets)[number]

export const targets = ['bff', ...clientTargets] as const
export type Target = (typeof targets)[number]

export function isTarget(word: string): word is Target {
  return (targets as readonly string[]).includes(word)
}
