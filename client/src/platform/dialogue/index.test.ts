import Taro from '@tarojs/taro'
import { expect, it, vi } from 'vitest'
import { ask } from './index'

const question = { title: '退出登录？', text: '记录都会留着', yes: '退出', no: '再想想' }

it('takes a question that the platform refuses to show for a no, and keeps the reason', async () => {
  const reason = vi.spyOn(console, 'error').mockImplementation(() => {})
  const failure = { errMsg: 'showModal:fail' }
  vi.mocked(Taro.showModal).mockRejectedValueOnce(failure)
  expect(await ask(question)).toBe(false)
  expect(reason).toHaveBeenCalledExactlyOnceWith(failure)
})
