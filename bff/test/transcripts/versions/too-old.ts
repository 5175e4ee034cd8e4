import { expect } from 'vitest'
import { expectProblem } from '../../support/expect-problem.ts'
import { transcript } from '../../support/transcript.ts'

export default transcript('a contract that is no longer served asks for an upgrade', async ({ api }) => {
  const ask = (version: string) => api('GET', '/v1/overview', { headers: { 'Trailpass-Contract': version } })
  expectProblem(await ask('0'), 426, 'client.upgrade_required')
  expectProblem(await ask('one'), 400, 'request.invalid')
  expect((await ask('1')).status).toBe(200)
  expect((await ask('2')).status).toBe(200)
})
