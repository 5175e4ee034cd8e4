import { expect, it } from 'vitest'
import { expectProblem } from '../support/expect-problem.ts'
import { withStack } from '../support/with-stack.ts'

it('signs in when the second or third try is answered', () =>
  withStack(async (stack) => {
    for (const count of [1, 2]) {
      await stack.fail({ mode: 'busy', count })
      expect((await stack.signIn()).degraded).toBe(false)
    }
    expect(await stack.upstreamCalls()).toHaveLength(2 + 3)
  }))

it('asks for a fresh code when the busy try consumed it', () =>
  withStack(async (stack) => {
    await stack.fail({ mode: 'busy', handled: true, count: 1 })
    expectProblem(await stack.login(), 409, 'login.code_spent')
    expect((await stack.signIn()).degraded).toBe(false)
  }))

it('tries no more than three times', () =>
  withStack(async (stack) => {
    await stack.fail({ mode: 'busy' })
    expect((await stack.signIn()).degraded).toBe(true)
    expect(await stack.upstreamCalls()).toHaveLength(3)
  }))
