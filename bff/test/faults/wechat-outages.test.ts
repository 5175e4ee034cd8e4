import { expect, it } from 'vitest'
import { withStack } from '../support/with-stack.ts'

const modes = [
  'slow',
  'html',
  'error500',
  'reset',
  'huge',
  'trickle',
  'truncated',
  'empty',
  'wrong-types',
  'redirect',
  'garbage',
  'busy',
  'down',
]
const upstreamWords = /openid|unionid|errcode|errmsg|session_key|js_code|appsecret|<html|nginx|bad gateway|rid:/i
const withinMs = 3500
const memoryGrowthBytes = 50 * 1024 * 1024

it.concurrent.each(modes)('WeChat %s: a degraded guest in time, and none of its words', (mode) =>
  withStack(async (stack) => {
    await stack.fail({ mode, delayMs: 20_000 })
    const code = await stack.code()
    const startedAt = performance.now()
    const answer = await stack.login({ code })
    expect(performance.now() - startedAt).toBeLessThan(withinMs)

    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({ degraded: true, principal: { kind: 'guest' } })
    expect(answer.text).not.toMatch(upstreamWords)
    expect((await stack.upstreamCalls()).length).toBeLessThanOrEqual(3)
    expect(stack.log).not.toContain(code)

    await stack.recover()
    expect((await stack.signIn()).degraded).toBe(false)
  }),
)

it('memory stays flat however much WeChat sends', () =>
  withStack(async (stack) => {
    await stack.signIn()
    await stack.fail({ mode: 'huge' })
    const before = process.memoryUsage.rss()
    for (let round = 0; round < 4; round++) {
      await Promise.all(Array.from({ length: 10 }, () => stack.signIn()))
      expect(process.memoryUsage.rss() - before).toBeLessThan(memoryGrowthBytes)
    }
  }))
