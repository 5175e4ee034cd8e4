import { act } from 'react'
import { expect, it, onTestFinished, vi } from 'vitest'
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

it('leads to the bike that was scanned, whose code is no longer in the address', async () => {
  const { renderSVG } = await import('uqr')
  window.history.replaceState(null, '', '/?entry=scan#/pages/home/index')
  onTestFinished(() => window.history.replaceState(null, '', '/'))
  inSituation({ session: { fault: 'login.outside_wechat' } })
    .visit.getState()
    .setEntry({ kind: 'scan', deviceCode: '1A+B' })
  draw(<OpenInWechat />)
  await act(async () => {})
  const address = `${window.location.origin}/?entry=scan&scene=1A%2BB#/pages/home/index`
  expect(document.querySelector('img')?.src).toBe(`data:image/svg+xml,${encodeURIComponent(renderSVG(address))}`)
})

it('shows nothing where WeChat can be asked', () => {
  inSituation()
  draw(<OpenInWechat />)
  expect(document.querySelector('img')).toBeNull()
})
