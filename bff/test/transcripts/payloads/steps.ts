import { expect } from 'vitest'
import { createPayloads } from '../../support/payloads.ts'
import { transcript } from '../../support/transcript.ts'

const dayMs = 86_400_000

export default transcript('steps of 31 days join the summary; the platform’s later figure counts', async (stack) => {
  const { member, sendSteps } = createPayloads(stack)
  const { token } = await member()
  const month = async () =>
    (
      await stack.api<{ days: { date: string; steps: number | null }[]; totals: { steps: number | null } }>(
        'GET',
        '/v1/sport/summary?range=31d',
        { token },
      )
    ).body
  expect((await month()).totals.steps).toBeNull()
  const answer = await sendSteps(token, await stack.weRun())
  expect(answer.body).toEqual(await month())
  const { days, totals } = await month()
  expect(days.every(({ steps }) => steps !== null && steps >= 3000)).toBe(true)
  expect(totals.steps).toBe(days.reduce((sum, { steps }) => sum + (steps ?? 0), 0))

  const today = Math.floor(stack.clock.now().getTime() / 1000)
  const again = await stack.sealProfile('alice', { stepInfoList: [{ timestamp: today, step: 12 }] })
  const { encryptedData, iv } = again
  expect((await sendSteps(token, { encryptedData, iv })).body.days.at(-1)?.steps).toBe(12)
  stack.advance(dayMs)
  expect((await month()).days.at(-1)?.steps).toBeNull()
  expect((await month()).days.at(-2)?.steps).toBe(12)
})
