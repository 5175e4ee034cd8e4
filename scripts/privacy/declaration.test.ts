import { agreementsIn } from '@trailpass/bff/domain/agreements.ts'
import { describe, expect, it } from 'vitest'
import { declare, unspoken } from './declaration.ts'
import { declarationText } from './declaration-text.ts'

const used = ['button.chooseAvatar', 'input.nickname', 'getFuzzyLocation', 'button.getPhoneNumber', 'getWeRunData']

describe('the declaration', () => {
  it('names each kind of information with its purpose and what gives it', () => {
    const { information } = declare(used)
    expect(information).toContainEqual({
      kind: '收集你的位置信息',
      purpose: '算出你离步道有多远',
      interfaces: ['getFuzzyLocation'],
    })
  })

  it('lists in app.json what WeChat wants to see there, and nothing else', () => {
    expect(declare(used).requiredPrivateInfos).toEqual(['getFuzzyLocation'])
  })

  it('says it in the sentences of the form', () => {
    const text = declarationText(declare(used))
    expect(text).toContain('为了算出你离步道有多远，开发者将在获取你的明示同意后，收集你的位置信息。')
    expect(text).toContain('开通 `getFuzzyLocation`')
  })
})

describe('what people are told', () => {
  it('is all that the build uses', () => {
    expect(unspoken(used)).toEqual([])
  })

  it('lacks something that the build uses', () => {
    expect(unspoken([...used, 'chooseMedia'])).toEqual([
      expect.stringContaining('uses chooseMedia (收集你选中的照片或视频信息)'),
    ])
  })

  it('holds something that the build does not use', () => {
    expect(unspoken(used.filter((name) => name !== 'getFuzzyLocation'))).toEqual([
      expect.stringContaining('names location (收集你的位置信息)'),
    ])
  })
})

describe('the privacy policy', () => {
  const policy = (language: 'zh-CN' | 'en') =>
    agreementsIn(language).find(({ id }) => id === 'privacy-policy')?.text ?? ''

  it.each(Object.entries(declare(used).information))('names what is declared: %s', (_at, { kind }) => {
    for (const name of kind.replace(/^收集你的|信息$/g, '').split('、')) expect(policy('zh-CN')).toContain(name)
  })

  it('names the rough location and the steps in both languages', () => {
    expect(policy('zh-CN')).toMatch(/微信运动步数：.*大致位置：[^\n]*不保存/s)
    expect(policy('en')).toMatch(/WeRun steps:.*Rough location:[^\n]*not kept/s)
  })
})
