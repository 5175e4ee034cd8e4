import { describe, expect, it } from 'vitest'
import { expectProblem } from '../support/expect-problem.ts'
import { postgres, storages } from '../support/storages.ts'
import { withStack } from '../support/with-stack.ts'

describe.each(storages)('$name down', (storage) => {
  it('is said so, with Retry-After, and registering works again afterwards', () =>
    withStack(
      async (stack) => {
        const { token } = await stack.signIn()
        const mend = await stack.storage.interrupt()
        const answer = await stack.register(token)
        expectProblem(answer, 503, 'storage.unavailable')
        expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
        expect((await stack.api('GET', '/healthz')).status).toBe(200)

        await mend()
        expect((await stack.register(token)).status).toBe(200)
        expect((await stack.api('GET', '/readyz')).status).toBe(200)
      },
      { storage },
    ))
})

it.skipIf(!postgres)('PostgreSQL down: not ready, and busy connections end no process', () =>
  withStack(
    async (stack) => {
      const { token } = await stack.signIn()
      const underWay = Array.from({ length: 50 }, () => stack.userInfo(token))
      const mend = await stack.storage.interrupt()
      for (const { status } of await Promise.all(underWay)) expect([200, 503]).toContain(status)
      const ready = await stack.api('GET', '/readyz')
      expectProblem(ready, 503, 'storage.unavailable')
      expect(Number(ready.headers.get('retry-after'))).toBeGreaterThan(0)

      await mend()
      expect((await stack.userInfo(token)).status).toBe(200)
    },
    { ...(postgres && { storage: postgres }) },
  ),
)
