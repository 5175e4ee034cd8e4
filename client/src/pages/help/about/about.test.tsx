import Taro from '@tarojs/taro'
import { describe, expect, it, vi } from 'vitest'
import client from '../../../../package.json'
import { draw, find, press, text } from '../../../../test/draw'
import { getServices, inSituation } from '../../../../test/services'
import About from './index'

vi.mock('../../../bootstrap', () => import('../../../../test/services'))

describe('about', () => {
  it('names the version, the contract and the licence', () => {
    inSituation()
    draw(<About />)
    expect(text('about')).toBe(`版本${client.version}接口版本1许可证MIT`)
  })

  it('leads to each agreement', async () => {
    inSituation()
    draw(<About />)
    await press('about-privacy')
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/pages/agreement/index?id=privacy' })
  })

  it('says why the agreements do not come, and tries again', async () => {
    inSituation({ registration: { agreements: null, status: 'error', fault: 'network' } })
    draw(<About />)
    expect(text('banner')).toContain('网络没有连上')
    expect(find('about')).not.toBeNull()
    await press('retry')
    expect(getServices().registration.getState().loadAgreements).toHaveBeenCalledTimes(2)
  })
})
