import Taro from '@tarojs/taro'
import { expect, it, vi } from 'vitest'
import { ask, tell } from './index'

const question = { title: '退出登录？', text: '记录都会留着', yes: '退出', no: '再想想' }

it('takes a question that the platform refuses to show for a no, and keeps the reason', async () => {
  const reason = vi.spyOn(console, 'error').mockImplementation(() => {})
  const failure = { errMsg: 'showModal:fail' }
  vi.mocked(Taro.showModal).mockRejectedValueOnce(failure)
  expect(await ask(question)).toBe(false)
  expect(reason).toHaveBeenCalledExactlyOnceWith(failure)
})

it.each([
  ['已保存', 1800],
  ['网络没有连上，连上后再试一次', 2900],
  ['没有授权微信运动，步数先不显示。想看的话，在设置里打开就好。', 4000],
])('tells %s for as long as it takes to read', (words, duration) => {
  tell(words)
  expect(Taro.showToast).toHaveBeenLastCalledWith({ title: words, icon: 'none', duration })
})
