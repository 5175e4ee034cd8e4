import { energy } from '@trailpass/shared'
import { describe, expect, it, vi } from 'vitest'
import { draw, text } from '../../../test/draw'
import Help from './index'
import { chapters } from './words'

const language = vi.hoisted(() => ({ now: 'zh-CN' as 'zh-CN' | 'en' }))
vi.mock('../../lib/locale', () => ({ locale: () => language.now }))

describe('the help', () => {
  it.each([
    ['zh-CN', '焦耳'],
    ['en', 'joules'],
  ] as const)('says in %s how energy is reckoned, and on whose word', (now, unit) => {
    language.now = now
    draw(<Help />)
    expect(text('help-figures')).toContain(unit)
    expect(text('help-figures')).toContain(`÷ ${energy.joulesPerKcal} ÷ ${energy.grossEfficiency}`)
    expect(text('help-figures')).toContain('Ettema')
  })

  it.each([
    ['weapp', '点首页的「扫码」，对准车身上的码；直接用手机相机或微信扫也可以。'],
    ['alipay', '点首页的「扫码」，对准车身上的码。'],
    ['tt', '点首页的「扫码」，对准车身上的码。'],
    ['h5', '用手机相机或微信，对准车身上的码，就会打开那辆车。'],
  ])('tells how to scan in %s', async (platform, words) => {
    language.now = 'zh-CN'
    vi.stubEnv('TARO_ENV', platform)
    vi.resetModules()
    const { chapters, helpWords } = await import('./words')
    vi.unstubAllEnvs()
    expect(helpWords(chapters[0].lines[0])).toBe(words)
  })

  it('has words for every answer it lists', () => {
    language.now = 'zh-CN'
    draw(<Help />)
    for (const { title, lines } of chapters) {
      expect(document.querySelectorAll(`#help-${title} .line`)).toHaveLength(lines.length)
    }
  })
})
