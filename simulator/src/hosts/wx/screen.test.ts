import { expect, it } from 'vitest'
import { createActivity } from '../activity.ts'
import { createCalls, errMsgWording } from '../calls.ts'
import { createFaults } from '../faults.ts'
import { createRealm } from '../realm.ts'
import { createScreenApi, type Shown } from './screen.ts'

function createScreen() {
  const faults = createFaults()
  const realm = createRealm('.', {}, faults)
  const shown: Shown = { toasts: [], modals: [], shared: [], files: [], drawn: [] }
  const api = createScreenApi(createCalls(realm, createActivity(), faults, {}, errMsgWording), shown)
  realm.stop()
  return { ...api, shown }
}

const question = { title: '结束？', content: '里程会记下', confirmText: '解除绑定', cancelText: 'Keep' }

it('asks with answers of up to 4 characters', async () => {
  const { showModal, shown } = createScreen()
  await expect(showModal(question)).resolves.toMatchObject({ confirm: true })
  expect(shown.modals).toEqual([{ title: '结束？', content: '里程会记下' }])
})

it.each(['confirmText', 'cancelText'])('shows nothing where %s is longer', async (name) => {
  const { showModal, shown } = createScreen()
  await expect(showModal({ ...question, [name]: 'Later' })).rejects.toEqual({
    errMsg: `showModal:fail ${name} length should not larger than 4 Chinese characters`,
  })
  expect(shown.modals).toEqual([])
})
