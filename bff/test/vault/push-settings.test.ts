import { expect, it } from 'vitest'
import { weapp } from '../support/journeys.ts'
import { createOperatorCommand, operatorEnv } from '../support/operator-command.ts'
import { createPush, safePush } from '../support/push.ts'
import { storages } from '../support/storages.ts'
import { withStack } from '../support/with-stack.ts'

it.each(storages)(
  'push settings of an app live in the vault, and the environment only seeds them, on $name',
  (storage) =>
    withStack(
      async (stack) => {
        const trailpass = createOperatorCommand(stack)
        const greet = async () => {
          stack.advance(5001)
          return (await stack.api('GET', `/v1/push/wechat/${weapp.appId}`)).status
        }
        expect(await greet()).toBe(404)
        const { WEAPP_PUSH_TOKEN: token, WEAPP_PUSH_AES_KEY: aesKey } = safePush
        for (const typed of ['no', `${token} short`, `${token} ${aesKey} more`]) {
          expect(await trailpass(typed, 'app', 'push', 'set', weapp.appId)).toMatchObject({ exitCode: 1, stdout: '' })
        }
        const kept = await trailpass(`${token} ${aesKey}`, 'app', 'push', 'set', weapp.appId)
        expect(kept.stdout).toContain('on, encrypted messages only')
        expect(await greet()).toBe(403)
        await createPush({ ...stack, url: stack.url, env: { ...stack.env, ...safePush } }).open()
        expect((await trailpass('', 'app', 'list')).stdout).toContain('push encrypted')

        stack.env.WEAPP_PUSH_TOKEN = 'AnotherToken'
        await stack.restart()
        expect(stack.log).toContain('operator.env_secret_ignored')
        expect(await greet()).toBe(403)
        expect(await trailpass('', 'app', 'push', 'remove', weapp.appId)).toMatchObject({ exitCode: 0 })
        expect(await greet()).toBe(404)
        await stack.restart()
        expect(await greet()).toBe(404)
        expect((await trailpass('', 'audit')).stdout).not.toContain(token)
        expect(stack.log).not.toContain(aesKey)
      },
      { storage, env: operatorEnv },
    ),
)
