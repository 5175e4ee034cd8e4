import { beforeEach, expect, it } from 'vitest'
import { draw, fillIn, get } from '../../test/draw'
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
