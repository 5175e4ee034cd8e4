import { expect, it, vi } from 'vitest'
import { createPrivacyGate, type PrivacyPlatform } from './create-privacy-gate'

function createGate(over: Partial<PrivacyPlatform> = {}) {
  let ask: Parameters<PrivacyPlatform['onNeed']>[0] = () => {}
  const require = vi.fn(async () => {})
  const gate = createPrivacyGate({
    onNeed: (listener) => {
      ask = listener
    },
    needsAgreement: async () => true,
    require,
    openContract: async () => {},
    ...over,
  })
  return { gate, require, ask: (answer: Parameters<typeof ask>[0]) => ask(answer) }
}

it('asks nothing before something needs it', () => {
  const { gate } = createGate()
  expect(gate.isAsking()).toBe(false)
})

it('tells WeChat that the question is shown, and lets everything go on with one answer', () => {
  const { gate, ask } = createGate()
  const listener = vi.fn()
  const [first, second] = [vi.fn(), vi.fn()]
  gate.subscribe(listener)
  ask(first)
  ask(second)
  expect(gate.isAsking()).toBe(true)
  gate.agree('agree-button')
  for (const answer of [first, second]) {
    expect(answer.mock.calls).toEqual([
      [{ event: 'exposureAuthorization' }],
      [{ event: 'agree', buttonId: 'agree-button' }],
    ])
  }
  expect(gate.isAsking()).toBe(false)
  expect(listener).toHaveBeenCalledTimes(3)
})

it('fails what waits when the person refuses, and asks again at the next use', () => {
  const { gate, ask } = createGate()
  const [first, second] = [vi.fn(), vi.fn()]
  ask(first)
  gate.refuse()
  expect(first).toHaveBeenLastCalledWith({ event: 'disagree' })
  ask(second)
  expect(gate.isAsking()).toBe(true)
  expect(first).toHaveBeenCalledTimes(2)
})

it('offers itself until the person refuses', () => {
  const { gate, ask, require } = createGate()
  gate.refuse()
  gate.offer()
  expect(require).toHaveBeenCalledTimes(1)
  ask(vi.fn())
  gate.refuse()
  gate.offer()
  expect(require).toHaveBeenCalledTimes(1)
})

it('says whether the person agrees, and never throws', async () => {
  expect(await createGate().gate.ensure()).toBe(true)
  expect(await createGate().gate.isAgreed()).toBe(false)
  const failing = async () => Promise.reject({ errno: 104 })
  const { gate } = createGate({ needsAgreement: failing, require: failing, openContract: failing })
  expect([await gate.ensure(), await gate.isAgreed(), await gate.openContract()]).toEqual([false, false, false])
})

it('no longer calls back who has gone', () => {
  const { gate, ask } = createGate()
  const listener = vi.fn()
  gate.subscribe(listener)()
  ask(vi.fn())
  expect(listener).not.toHaveBeenCalled()
})
