import { expect, it } from 'vitest'
import { createGate } from './gate.ts'

it('lets no more through at once than it should, and everybody in the end', async () => {
  const gate = createGate(3)
  let running = 0
  let most = 0
  const run = async () => {
    most = Math.max(most, ++running)
    await Promise.resolve()
    running--
  }
  await Promise.all(Array.from({ length: 20 }, () => gate.pass(run)))
  expect(most).toBe(3)
})
