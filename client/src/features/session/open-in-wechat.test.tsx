import { act } from 'react'
import { expect, it, vi } from 'vitest'
import { draw } from '../../../test/draw'
import { inSituation } from '../../../test/services'
import { OpenInWechat } from './open-in-wechat.h5'

vi.mock('../../bootstrap', () => import('../../../test/services'))

it('shows the address as a QR code, with words, outside WeChat', async () => {
  inSituation({ session: { fault: 'login.outside_wechat' } })
  draw(<OpenInWechat />)
  expect(document.body.textContent).toContain('用微信扫一扫')
  await act(async () => void (await import('uqr')))
  expect(document.querySelector('img')?.src).toMatch(/^data:image\/svg\+xml,/)
})

it('shows nothing where WeChat can be asked', () => {
  inSituation()
  draw(<OpenInWechat />)
  expect(document.querySelector('img')).toBeNull()
})
