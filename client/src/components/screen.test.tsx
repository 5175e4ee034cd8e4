import Taro from '@tarojs/taro'
import { expect, it, vi } from 'vitest'
import { draw, get } from '../../test/draw'
import { textScale } from '../platform/text-size/index.weapp'
import { Screen } from './screen'

const scale = vi.hoisted(() => vi.fn(() => 1))
vi.mock('../platform/text-size', () => ({ textScale: scale }))

const size = (name: string) => get('inside').parentElement?.style.getPropertyValue(name)

it('leaves the sizes of text to the stylesheet, and grows them for who wants them larger', () => {
  draw(
    <Screen title="步道通">
      <i id="inside" />
    </Screen>,
  )
  expect(size('--text-m')).toBe('')
  document.body.replaceChildren()
  scale.mockReturnValue(1.5)
  draw(
    <Screen title="步道通">
      <i id="inside" />
    </Screen>,
  )
  expect(size('--text-m')).toBe('24px')
  expect(size('--text-hero')).toBe('52px')
})

it('knows what is set in WeChat, or takes the usual size', () => {
  expect(textScale()).toBe(1)
  vi.spyOn(Taro, 'getAppBaseInfo').mockReturnValue({ fontSizeSetting: 20 } as never)
  expect(textScale()).toBe(1.25)
})
