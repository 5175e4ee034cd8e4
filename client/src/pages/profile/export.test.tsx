import Taro from '@tarojs/taro'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { openAccountPage } from '../../../test/account-page'
import { find, press, text, until } from '../../../test/draw'
import { type Answers, apiError } from '../../../test/fake-api'
import { toast } from '../../../test/toast'
import Export from './export'

const saveText = vi.hoisted(() => vi.fn(async (_name: string, _text: string) => true))
const copyText = vi.hoisted(() => vi.fn(async (_text: string) => true))
const platform = vi.hoisted(() => ({ saves: true }))
vi.mock('../../platform/save-text', () => ({
  get saveText() {
    return platform.saves ? saveText : undefined
  },
  get copyText() {
    return platform.saves ? undefined : copyText
  },
}))
vi.mock('../../bootstrap', () => import('../../../test/services'))

beforeEach(() => {
  vi.clearAllMocks()
  vi.stubEnv('TARO_ENV', 'weapp')
  platform.saves = true
})

describe('the export', () => {
  const stale = () => {
    const answers: Answers = { 'GET /v1/userinfo/export': apiError('session.fresh_login_required') }
    return answers
  }

  it('is made after a login of late, and saved by a second press', async () => {
    const answers = stale()
    const { log, logInFresh } = openAccountPage(Export, answers)
    logInFresh.mockImplementation(async () => {
      answers['GET /v1/userinfo/export'] = { exportedAt: 'now', rides: [] }
      return true
    })
    await press('make-export')
    await until(() => expect(find('save-export')).not.toBeNull())
    expect(log).toHaveLength(2)
    expect(text('export-ready')).toBe('准备好了，1 KB')
    await press('save-export')
    expect(saveText).toHaveBeenCalledExactlyOnceWith('trailpass-export.json', expect.stringContaining('"rides": []'))
    expect(Taro.showToast).toHaveBeenLastCalledWith(toast('已保存'))
    saveText.mockResolvedValueOnce(false)
    await press('save-export')
    expect(Taro.showToast).toHaveBeenLastCalledWith(toast('没有保存，可以再点一次'))
  })

  it('is shown, and copied by a second press, where nothing can be saved', async () => {
    platform.saves = false
    openAccountPage(Export, { 'GET /v1/userinfo/export': { exportedAt: 'now', rides: [] } })
    await press('make-export')
    await until(() => expect(text('export-text')).toContain('"rides": []'))
    expect(find('save-export')).toBeNull()
    await press('copy-export')
    expect(copyText).toHaveBeenCalledExactlyOnceWith(text('export-text'))
    expect(Taro.showToast).toHaveBeenLastCalledWith(toast('已复制，可以贴到别处保存'))
    copyText.mockResolvedValueOnce(false)
    await press('copy-export')
    expect(Taro.showToast).toHaveBeenLastCalledWith(toast('没有复制成功，可以按住文字选中'))
  })

  it('says why it was not made', async () => {
    const { log, logInFresh } = openAccountPage(Export, stale())
    logInFresh.mockResolvedValue(false)
    await press('make-export')
    await until(() => expect(text('export-fault')).toBe('为了安全，请重新登录后再试'))
    expect(log).toHaveLength(1)
    expect(find('save-export')).toBeNull()
  })
})
