import { limits } from './limits.ts'

export const defaultDisplayName = '步道用户'

export type NicknameFault = 'too_long' | 'illegal_character'

// Control characters, and the invisible ones that reorder or hide text.
const illegal = /[\p{Cc}\p{Zl}\p{Zp}\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/u

/** Trims, composes (NFC) and joins runs of white space; an empty nickname is `null`, shown as the default name. */
export function normalizeNickname(text: string): string | null {
  return text.normalize('NFC').trim().replace(/ +/g, ' ') || null
}

/** The problem with a nickname, after normalization; `undefined` if it is valid. */
export function findNicknameFault(text: string): NicknameFault | undefined {
  const nickname = normalizeNickname(text)
  if (nickname === null) return undefined
  if (illegal.test(nickname)) return 'illegal_character'
  return Array.from(nickname).length > limits.nicknameLength ? 'too_long' : undefined
}
