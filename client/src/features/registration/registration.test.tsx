import Taro from '@tarojs/taro'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { draw, find } from '../../../test/draw'
import { inSituation } from '../../../test/services'
import { Registration } from './registration'

vi.mock('../../bootstrap', () => import('../../../test/services'))

const onClose = vi.fn()

beforeEach(() => {
  vi.clearAllMocks()
  inSituation()
})
afterEach(() => vi.unstubAllEnvs())

it.each(['native', undefined] as const)('is a sheet where the operator says %s', (mode) => {
  draw(<Registration mode={mode} onClose={onClose} />)
  expect(find('registration')).not.toBeNull()
  expect(Taro.navigateTo).not.toHaveBeenCalled()
})

it.each([
  [true, '/pages/web-view/index?terms=ticked'],
  [false, '/pages/web-view/index'],
])('is a page of its own where the operator says web, terms ticked: %s', (termsTicked, url) => {
  draw(<Registration mode="web" termsTicked={termsTicked} onClose={onClose} />)
  expect(find('registration')).toBeNull()
  expect(Taro.navigateTo).toHaveBeenCalledExactlyOnceWith({ url })
  expect(onClose).toHaveBeenCalledOnce()
})

it('stays a sheet in the web client itself', () => {
  vi.stubEnv('TARO_ENV', 'h5')
  draw(<Registration mode="web" onClose={onClose} />)
  expect(find('registration')).not.toBeNull()
})
