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

  it('has words for every answer it lists', () => {
    language.now = 'zh-CN'
    draw(<Help />)
    for (const { title, lines } of chapters) {
      expect(document.querySelectorAll(`#help-${title} .line`)).toHaveLength(lines.length)
    }
  })
})
