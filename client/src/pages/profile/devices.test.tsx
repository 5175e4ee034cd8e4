import Taro from '@tarojs/taro'
import type { SignedInDevice } from '@trailpass/shared'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { openAccountPage, refuseOnce } from '../../../test/account-page'
import { find, press, text, until } from '../../../test/draw'
import { type Answers, apiError } from '../../../test/fake-api'
import Devices from './devices'

vi.mock('../../bootstrap', () => import('../../../test/services'))

beforeEach(() => {
  vi.clearAllMocks()
  vi.stubEnv('TARO_ENV', 'weapp')
})

const device = (changes: Partial<SignedInDevice>): SignedInDevice => ({
  id: 'd1',
  platform: 'weapp',
  model: 'iPhone 15',
  createdAt: '2026-11-22T00:00:00.000Z',
  lastSeenAt: '2026-11-22T00:00:00.000Z',
  current: true,
  ...changes,
})

describe('the devices', () => {
  it('are listed, and another one signed out when confirmed', async () => {
    const sessions = [device({}), device({ id: 'd2', platform: 'h5', model: null, current: false })]
    const { log } = openAccountPage(Devices, {
      'GET /v1/sessions': () => ({ sessions }),
      'DELETE /v1/sessions/d2': null,
    })
    await until(() => expect(find('device-d1')).not.toBeNull())
    expect(text('device-d1')).toContain('iPhone 15微信 · 最近使用')
    expect(text('device-d1')).toContain('这台设备')
    expect(find('end-d1')).toBeNull()
    expect(text('device-d2')).toContain('网页里的步道通')
    refuseOnce()
    await press('end-d2')
    expect(log).toEqual(['GET /v1/sessions'])
    const { content } = vi.mocked(Taro.showModal).mock.lastCall?.[0] ?? {}
    expect(content).toContain('下次打开时会用它上面的微信重新登录')
    sessions.pop()
    await press('end-d2')
    await until(() => expect(find('device-d2')).toBeNull())
    expect(log).toEqual(['GET /v1/sessions', 'DELETE /v1/sessions/d2', 'GET /v1/sessions'])
  })

  it('that do not come can be asked for again', async () => {
    const answers: Answers = { 'GET /v1/sessions': apiError('storage.unavailable') }
    openAccountPage(Devices, answers)
    await until(() => expect(find('devices-again')).not.toBeNull())
    expect(document.body.textContent).toContain('服务正在恢复')
    answers['GET /v1/sessions'] = { sessions: [device({})] }
    await press('devices-again')
    await until(() => expect(find('device-d1')).not.toBeNull())
  })
})
