import { beforeEach, describe, expect, it, vi } from 'vitest'
import { en, enFaults } from './en'
import { day, duration, kilometers, moment, weekday } from './format'
import { t, wordsFor } from './index'
import { shownName } from './shown-name'
import { zhCN, zhCNFaults } from './zh-cn'

const language = vi.hoisted(() => ({ now: 'zh-CN' as 'zh-CN' | 'en' }))
vi.mock('../lib/locale', () => ({ locale: () => language.now }))

const placeholders = (words: string) => (words.match(/\{\w+\}/g) ?? []).sort()

beforeEach(() => {
  language.now = 'zh-CN'
})

describe('messages', () => {
  it.each(Object.keys(zhCN) as (keyof typeof zhCN)[])('has %s in both languages, with the same placeholders', (key) => {
    expect(en[key]).not.toBe('')
    if (key !== 'date.long') expect(placeholders(en[key])).toEqual(placeholders(zhCN[key]))
  })

  it('never shows a code or blames the system alone', () => {
    for (const words of [...Object.values(zhCNFaults), ...Object.values(enFaults)]) {
      expect(words).not.toMatch(/系统错误|system error|\w+\.\w+_\w+|\b[45]\d\d\b/i)
    }
  })

  it('fills in values', () => {
    expect(t('greeting.morning', { name: '小林' })).toBe('早上好，小林')
  })

  it('speaks the language of the phone', () => {
    language.now = 'en'
    expect(t('registration.tick_first')).toBe('Accept the terms first')
    expect(wordsFor('timeout')).toBe('The network is slow. Try again')
  })

  it('names whoever chose no name in the language of the phone', () => {
    expect([shownName('步道用户'), shownName('小林')]).toEqual(['步道用户', '小林'])
    language.now = 'en'
    expect([shownName('步道用户'), shownName('小林')]).toEqual(['Walker', '小林'])
  })

  it('names the platform that did not answer', () => {
    expect(wordsFor('identity_provider.unavailable')).toMatch(/^微信暂时没有回应/)
    vi.stubEnv('TARO_ENV', 'alipay')
    expect(wordsFor('identity_provider.unavailable')).toMatch(/^支付宝暂时没有回应/)
    vi.unstubAllEnvs()
  })

  it('has general words for a code that a newer server invents', () => {
    expect(wordsFor('ride.too_steep')).toBe('没有成功，请稍后再试')
  })

  it('writes distances and days the way people do', () => {
    expect([0, 42, 100, 640, 12_640, 128_400].map(kilometers)).toEqual(['0', '0.04', '0.1', '0.6', '12.6', '128'])
    expect(day('2026-11-22T04:00:00.000Z')).toBe('2026年11月22日')
    const startedAt = new Date(2026, 10, 2, 8, 5).toISOString()
    expect(moment(startedAt, new Date(2026, 11, 31))).toBe('11月2日 8:05')
    expect(moment(startedAt, new Date(2027, 0, 1))).toBe('2026年11月2日 8:05')
    expect(weekday('2026-11-22')).toBe('周日')
    expect([0, 65.9, 725, 3725].map(duration)).toEqual(['0:00', '1:05', '12:05', '1:02:05'])
  })
})
