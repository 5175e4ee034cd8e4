import Taro from '@tarojs/taro'
import { act } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { draw, fillIn, find, press } from '../../test/draw'
import { showAgain } from '../../test/stubs/taro'
import { Form } from './form.h5'
import { Pressable } from './pressable.h5'
import { ScreenHead } from './screen-head.h5'
import { TextInput } from './text-input.h5'
import { useDialogFocus } from './use-dialog-focus.h5'

function Dialog({ onClose }: { onClose: () => void }) {
  useDialogFocus('dialog', onClose)
  return (
    <div id="dialog">
      <button type="button" id="first" />
      <button type="button" id="last" />
    </div>
  )
}

const key = (init: KeyboardEventInit) =>
  act(async () => document.dispatchEvent(new KeyboardEvent('keydown', { cancelable: true, ...init })))

describe('controls in a browser', () => {
  it('submits the values of the inputs by its button', async () => {
    const onSubmit = vi.fn()
    const onType = vi.fn()
    draw(
      <Form id="form" onSubmit={onSubmit}>
        <TextInput
          id="nickname"
          name="nickname"
          className=""
          placeholder=""
          placeholderClass=""
          onType={onType}
          onReview={() => {}}
          aria-label="昵称"
          aria-invalid="false"
        />
        <Pressable id="send" formType="submit" openType="getPhoneNumber" />
      </Form>,
    )
    await fillIn('nickname', '小林')
    expect(onType).toHaveBeenCalledExactlyOnceWith('小林')
    await press('send')
    expect(onSubmit).toHaveBeenCalledExactlyOnceWith({ nickname: '小林' })
  })

  it('moves focus into a dialog, keeps it there, and closes it by Escape', async () => {
    const onClose = vi.fn()
    draw(<Dialog onClose={onClose} />)
    expect(document.activeElement?.id).toBe('dialog')
    await key({ key: 'Tab', shiftKey: true })
    expect(document.activeElement?.id).toBe('last')
    await key({ key: 'Tab' })
    expect(document.activeElement?.id).toBe('first')
    await key({ key: 'Escape' })
    expect(onClose).toHaveBeenCalledOnce()
  })
})

describe('the head of a screen in a browser', () => {
  it('leads back, and home when nothing lies behind', async () => {
    draw(<ScreenHead title="使用帮助" isHome={false} />)
    expect(document.title).toBe('使用帮助')
    await press('go-back')
    expect(Taro.navigateBack).toHaveBeenCalledOnce()
    vi.mocked(Taro.getCurrentPages).mockReturnValueOnce([{}] as never)
    await press('go-back')
    expect(Taro.reLaunch).toHaveBeenCalledExactlyOnceWith({ url: '/pages/home/index' })
  })

  it('names the page again for who comes back to it', () => {
    draw(<ScreenHead title="使用帮助" isHome={false} />)
    document.title = '关于步道通'
    showAgain()
    expect(document.title).toBe('使用帮助')
  })

  it('is only a name where nothing can lie behind', () => {
    draw(<ScreenHead title="步道通" isHome />)
    expect(document.title).toBe('步道通')
    expect(find('go-back')).toBeNull()
  })
})
