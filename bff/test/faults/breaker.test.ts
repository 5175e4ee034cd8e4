import { expect, it } from 'vitest'
import { until } from '../support/until.ts'
import { withStack } from '../support/with-stack.ts'

it('spares a dead WeChat, serves sessions meanwhile, and notices its recovery', { timeout: 40_000 }, () =>
  withStack(async (stack) => {
    const { token } = await stack.signIn()
    const codes = await Promise.all(Array.from({ length: 60 }, () => stack.code()))
    await stack.fail({ mode: 'down' })
    const degraded = await Promise.all(codes.map((code) => stack.signIn({ code })))
    expect(degraded.every((answer) => answer.degraded)).toBe(true)
    expect(stack.log).toContain('upstream.breaker_open')

    const asked = (await stack.upstreamCalls()).length
    expect((await stack.signIn()).degraded).toBe(true)
    expect(await stack.upstreamCalls()).toHaveLength(asked)
    const checks = await Promise.all(Array.from({ length: 50 }, () => stack.userInfo(token)))
    expect(checks.every(({ status }) => status === 200)).toBe(true)

    await stack.recover()
    await until('logins work again', async () => !(await stack.signIn()).degraded, 30_000)
    expect(stack.log).toContain('upstream.breaker_closed')
  }),
)
