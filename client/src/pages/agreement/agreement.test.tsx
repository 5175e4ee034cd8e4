import { describe, expect, it, vi } from 'vitest'
import { draw, press, text } from '../../../test/draw'
import { agreements, getServices, inSituation } from '../../../test/services'
import { routerParams } from '../../../test/stubs/taro'
import AgreementPage from './index'

vi.mock('../../bootstrap', () => import('../../../test/services'))

function open(id: string, registration: NonNullable<Parameters<typeof inSituation>[0]>['registration'] = {}) {
  routerParams.id = id
  inSituation({ registration })
  draw(<AgreementPage />)
}

describe('an agreement', () => {
  it('is readable, with its version', () => {
    open('terms')
    expect(text('agreement-text')).toBe('用户协议版本 3欢迎使用步道通。')
  })

  it("opens the operator's page where it has an address", () => {
    open('terms', {
      agreements: agreements.map((agreement) => ({ ...agreement, url: 'about:blank', text: null })),
    })
    expect(document.querySelector('iframe')?.src).toBe('about:blank')
  })

  it('is loaded when the page is the first one opened', () => {
    open('terms', { agreements: null })
    expect(getServices().registration.getState().loadAgreements).toHaveBeenCalledOnce()
  })

  it('says why it does not come, and tries again', async () => {
    open('terms', { agreements: null, status: 'error', fault: 'network' })
    expect(document.body.textContent).toContain('网络没有连上')
    await press('retry')
    expect(getServices().registration.getState().loadAgreements).toHaveBeenCalledTimes(2)
  })

  it('says when there is no such agreement', () => {
    open('nowhere')
    expect(document.body.textContent).toContain('没有找到这份条款')
  })
})
