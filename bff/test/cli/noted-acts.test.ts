import { expect, it } from 'vitest'
import { runOnServer } from '../../src/cli/run-on-server.ts'
import type { AuditEvent } from '../../src/domain/audit.ts'
import type { Stack } from '../support/stack.ts'
import { storages } from '../support/storages.ts'
import { withStack } from '../support/with-stack.ts'

const actor = 'operator:test'

async function command({ context }: Stack, ...argv: string[]) {
  let stdout = ''
  const out = (text: string) => {
    stdout += text
  }
  const exitCode = await runOnServer(context, { argv, cwd: '/', answer: 'yes', actor }, { out, err: () => {} })
  return { exitCode, stdout }
}

it.each(storages)("an operator's act and its line in the audit are both there or neither, on $name", (storage) =>
  withStack(
    async (stack) => {
      const { token, principal } = await stack.signIn()
      const { userId } = principal
      const { audit } = stack.context.stores
      const list = (): Promise<AuditEvent[]> => stack.context.store.read(() => audit.list({ limit: 10 }))
      const before = await list()
      const { append } = audit
      // The line is the last thing that goes wrong: whatever the act has written by then has to go with it.
      audit.append = function* (event) {
        yield* append(event)
        throw new Error('the audit takes no line')
      }
      const acts = [
        ['trail', 'add', '--name', '新步道', '--length-meters', '1200'],
        ['user', 'reset-key', userId],
        ['sessions', 'revoke', userId],
        ['user', 'export', userId],
        ['user', 'erase', userId],
      ]
      for (const act of acts) expect(await command(stack, ...act)).toEqual({ exitCode: 1, stdout: '' })
      expect(await list()).toEqual(before)
      expect((await stack.userInfo(token)).status).toBe(200)

      audit.append = append
      // The platform had replaced the session_key all the same; ours is out of use, and this login brings the new one.
      await stack.signIn()
      for (const act of acts) expect(await command(stack, ...act)).toMatchObject({ exitCode: 0 })
      const target = expect.stringMatching(/^person:/)
      expect((await list()).slice(0, acts.length)).toMatchObject([
        { actor, action: 'user.erase', target },
        { actor, action: 'user.export', target },
        { actor, action: 'session.revoke', target, detail: '2 sessions' },
        { actor, action: 'user.reset-key', target, detail: expect.stringMatching(/^weapp /) },
        { actor, action: 'trail.save', target: expect.stringMatching(/^trail:/), detail: '新步道' },
      ])
      expect((await stack.userInfo(token)).status).toBe(401)
    },
    { storage },
  ),
)
