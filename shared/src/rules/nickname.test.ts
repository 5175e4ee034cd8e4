import { describe, expect, it } from 'vitest'
import { findNicknameFault, normalizeNickname } from './nickname.ts'

describe('nickname', () => {
  it('trims and joins white space', () => expect(normalizeNickname('  小  林 ')).toBe('小 林'))
  it('treats an empty nickname as none', () => expect(normalizeNickname('   ')).toBeNull())
  it('composes characters', () => expect(normalizeNickname('e\u0301')).toBe('é'))
  it('accepts none and ordinary names', () => {
    expect(findNicknameFault('')).toBeUndefined()
    expect(findNicknameFault('步道用户 01 🚲')).toBeUndefined()
  })
  it('counts code points, so 20 emoji fit and 21 do not', () => {
    expect(findNicknameFault('🚲'.repeat(20))).toBeUndefined()
    expect(findNicknameFault('🚲'.repeat(21))).toBe('too_long')
  })
  it('refuses characters that hide or reorder text', () => {
    expect(findNicknameFault('a\u202Eb')).toBe('illegal_character')
    expect(findNicknameFault('a\nb')).toBe('illegal_character')
    expect(findNicknameFault('a\u0000b')).toBe('illegal_character')
  })
})
