import { expect, it } from 'vitest'
import { createActivity } from './activity.ts'

function blockFor(ms: number): void {
  const until = performance.now() + ms
  while (performance.now() < until);
}

it('does not take it for quiet when a busy machine lets nothing happen', async () => {
  const activity = createActivity()
  let hasAnswered = false
  const answered = activity.settle(60, 5000).then(() => hasAnswered)
  setTimeout(() => {
    const end = activity.begin()
    setTimeout(() => {
      hasAnswered = true
      end()
    }, 20)
  }, 20)
  blockFor(200)
  expect(await answered).toBe(true)
})

it('says what it was still waiting for', async () => {
  const activity = createActivity()
  activity.begin()
  await expect(activity.settle(5, 20)).rejects.toThrow('after 20 ms: still waiting for 1 call(s)')
})
