import { getPlatformKey, type PlatformKey } from '@trailpass/shared'
import { expect } from 'vitest'
import { expectProblem } from '../support/expect-problem.ts'
import { figure } from '../support/figure.ts'
import { each, type RunningBff } from '../support/in-processes.ts'
import { randomId } from '../support/journeys.ts'
import { itUnderSkew } from '../support/skewed-clocks.ts'
import { until } from '../support/until.ts'

const rounds = figure('ROUNDS', 3)
const callers = figure('CALLERS', 30)

itUnderSkew(
  `where clocks disagree, ${callers} at once with one code and nonce are one upstream call and one session, ${rounds} times`,
  async ({ bffs, stack, jump }) => {
    await stack.fail({ mode: 'slow', delayMs: 500 })
    for (let round = 0; round < rounds; round++) {
      await stack.forgetCalls()
      const request = { code: await stack.code(), nonce: randomId(), deviceId: randomId() }
      const asked = each(bffs, callers, (bff) => bff.login(request))
      jump()
      const answers = await asked
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
      expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
      expect(await stack.upstreamCalls()).toHaveLength(1)
      const stolen = await each(bffs, bffs.length, (bff) => bff.login({ ...request, nonce: randomId() }))
      for (const answer of stolen) expectProblem(answer, 401, 'login.code_rejected')
      expect(await stack.upstreamCalls()).toHaveLength(1)
    }
  },
)

itUnderSkew('where clocks disagree, one access token is fetched for all', async ({ bffs, stack, jump }) => {
  const [first] = await each(bffs, 1, (bff) => bff.signIn())
  const token = first?.token ?? ''
  const ask = (bff: RunningBff) => bff.api<PlatformKey>(getPlatformKey.method, getPlatformKey.path, { token })
  const asked = each(bffs, callers, ask)
  jump()
  // On a slow machine the last of so many may be told to come back; nobody is told anything else.
  for (const { status } of await asked) expect([200, 503]).toContain(status)
  for (const bff of bffs) await until('WeChat is asked', async () => (await ask(bff)).body.alive, 30_000)
  expect(await stack.upstreamCalls('/cgi-bin/stable_token')).toHaveLength(1)
})
