import { expect } from 'vitest'
import { expectProblem } from '../support/expect-problem.ts'
import { figure } from '../support/figure.ts'
import type { RunningBff } from '../support/in-processes.ts'
import { itUnderSkew } from '../support/skewed-clocks.ts'

const people = figure('PEOPLE', 3)
const revokedWithinMs = 1000

itUnderSkew(
  `where clocks disagree, none of ${people} people is signed out but by themselves, and then everywhere at once`,
  async ({ bffs, stack, jump }) => {
    for (let index = 0; index < people; index++) {
      const user = `walker-${index}`
      await stack.addPerson(user)
      const bff = bffs[index % bffs.length] as RunningBff
      const { token } = await bff.signIn({ user })
      expect((await bff.register(token)).status).toBe(200)
      for (let look = 0; look < 3; look++) {
        jump()
        for (const other of bffs) expect((await other.userInfo(token)).status).toBe(200)
      }
      expect((await bff.api('DELETE', '/v1/session', { token })).status).toBe(204)
      const endedAt = performance.now()
      for (const other of bffs) expectProblem(await other.userInfo(token), 401, 'session.expired')
      expect(performance.now() - endedAt).toBeLessThan(revokedWithinMs)
    }
  },
)
