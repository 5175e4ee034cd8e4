import { expect, it } from 'vitest'
import { createPayloads } from '../support/payloads.ts'
import { storages } from '../support/storages.ts'
import { createTrailpassCommand } from '../support/trailpass-command.ts'
import { withStack } from '../support/with-stack.ts'

it.each(storages)('an operator has a session_key replaced, on $name', (storage) =>
  withStack(
    async (stack) => {
      const { member, platformKey } = createPayloads(stack)
      const { token, principal } = await member()
      await stack.stop()
      const trailpass = createTrailpassCommand(stack.env)
      const run = await trailpass('user', 'reset-key', principal.userId, '--json')
      expect({ ...run, stdout: JSON.parse(run.stdout) }).toMatchObject({
        exitCode: 0,
        stdout: [{ platform: 'weapp', outcome: 'reset' }],
      })
      const { exitCode, stderr } = await trailpass('user', 'reset-key', 'nobody')
      expect([exitCode, stderr]).toEqual([1, 'there is no user with the id nobody\n'])
      await stack.start()
      expect((await platformKey(token)).body).toEqual({ alive: true, keyEpoch: 2 })
    },
    { storage },
  ),
)
