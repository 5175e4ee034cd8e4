import { beforeEach, expect, it } from 'vitest'
import { answer, draw, fillIn, find, get, text } from '../../test/draw'
import { drafts } from '../platform/drafts'
import { drafts as tabDrafts } from '../platform/drafts/index.h5'
import { Field } from './field'

const field = <Field id="nickname" label="昵称" placeholder="" defaultValue="小林" draft="nickname" error={null} />
const shown = () => (get('nickname') as HTMLInputElement).value

beforeEach(() => drafts.remove('nickname'))

it('keeps what is typed for the next time it is shown, until it has been sent', async () => {
  draw(field)
  expect(shown()).toBe('小林')
  await fillIn('nickname', '山里人')
  document.body.replaceChildren()
  draw(field)
  expect(shown()).toBe('山里人')
  drafts.remove('nickname')
  document.body.replaceChildren()
  draw(field)
  expect(shown()).toBe('小林')
})

it('keeps nothing of what the platform has refused, and says so until something else is typed', async () => {
  draw(field)
  await fillIn('nickname', '不好的名字')
  await answer('nickname', 'nicknamereview', { pass: false })
  expect(text('nickname-error')).toBe('这个昵称没有通过平台的检查，请换一个')
  expect(get('nickname').getAttribute('aria-invalid')).toBe('true')
  await fillIn('nickname', '')
  expect(drafts.read('nickname')).toBeUndefined()
  expect(find('nickname-error')).not.toBeNull()
  await fillIn('nickname', '山里人')
  expect(find('nickname-error')).toBeNull()
})

it('keeps it in the tab of a browser, which leaves to sign in and comes back', () => {
  expect(tabDrafts.read('nickname')).toBeUndefined()
  tabDrafts.write('nickname', '山里人')
  expect(tabDrafts.read('nickname')).toBe('山里人')
  tabDrafts.write('other', '…')
  tabDrafts.remove('nickname')
  expect([tabDrafts.read('nickname'), tabDrafts.read('other')]).toEqual([undefined, '…'])
  tabDrafts.remove('other')
  expect(window.sessionStorage).toHaveLength(0)
  tabDrafts.write('nickname', '山里人')
  tabDrafts.clear()
  expect(tabDrafts.read('nickname')).toBeUndefined()
})
