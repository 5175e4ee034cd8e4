import { expect, it } from 'vitest'
import { alipay, douyin, h5, weapp } from '../support/journeys.ts'
import { createOperatorCommand, operatorEnv, resetSecret } from '../support/operator-command.ts'
import { storages } from '../support/storages.ts'
import { withStack } from '../support/with-stack.ts'

const next = 'canary-next-appsecret-0123456789'

it.each(storages)('an operator adds, disables and enables an app beside the running server, on $name', (storage) =>
  withStack(
    async (stack) => {
      const trailpass = createOperatorCommand(stack)
      const login = async () => {
        stack.advance(5001) // another process's change may go unseen for so long
        return (await stack.login({ platform: 'tt', appId: douyin.appId })).status
      }
      expect(await login()).toBe(404)
      const added = await trailpass('', 'app', 'add', douyin.appId, '--platform', 'tt', '--label', '步道通抖音')
      expect(added).toMatchObject({ exitCode: 0, stdout: expect.stringContaining(`secret set ${douyin.appId}`) })
      expect(await trailpass('', 'app', 'add', douyin.appId, '--platform', 'tt')).toMatchObject({ exitCode: 1 })
      expect(await login()).toBe(200)
      for (const [command, status] of [
        ['disable', 404],
        ['enable', 200],
      ] as const) {
        expect(await trailpass('', 'app', command, douyin.appId)).toMatchObject({ exitCode: 0 })
        expect(await login()).toBe(status)
      }
      const apps = JSON.parse((await trailpass('', 'app', 'list', '--json')).stdout)
      expect(apps.at(-1)).toMatchObject({ appId: douyin.appId, label: '步道通抖音', secrets: [], push: 'off' })
      const audit = JSON.parse((await trailpass('', 'audit', '--limit', '3', '--json')).stdout)
      expect(audit.map(({ action }: { action: string }) => action)).toEqual(['app.enable', 'app.disable', 'app.add'])
    },
    { storage, env: { ...operatorEnv, DOUYIN_APP_ID: '', DOUYIN_APP_SECRET: '' } },
  ),
)

it.each(storages)('a secret is checked, kept, rotated and withdrawn, and never seen again, on $name', (storage) =>
  withStack(
    async (stack) => {
      const trailpass = createOperatorCommand(stack)
      const said: string[] = []
      const run = async (typed: string, ...args: string[]) => {
        const { exitCode, stdout, stderr } = await trailpass(typed, ...args)
        said.push(stdout, stderr)
        stack.advance(5001)
        return { exitCode, words: stdout + stderr }
      }
      expect(await run(next, 'secret', 'rotate', weapp.appId)).toMatchObject({
        exitCode: 1,
        words: expect.stringMatching(/nothing was stored.*AppSecret is wrong \(40125\).*Paste all of it/s),
      })
      expect(await run(weapp.secret, 'secret', 'rotate', weapp.appId)).toMatchObject({
        exitCode: 0,
        words: expect.stringContaining('this secret is already stored'),
      })
      resetSecret(stack.simulator, weapp, next)
      expect((await stack.signIn()).degraded).toBe(true)
      expect(await run(next, 'secret', 'rotate', weapp.appId)).toMatchObject({ exitCode: 0 })
      expect((await stack.signIn()).degraded).toBe(false)
      resetSecret(stack.simulator, weapp, weapp.secret)
      expect((await stack.signIn()).degraded).toBe(false)
      stack.advance(600_000)
      expect((await stack.signIn()).degraded).toBe(true)

      expect(await run(weapp.secret, 'secret', 'set', weapp.appId)).toMatchObject({ exitCode: 0 })
      const [{ secrets }] = JSON.parse((await run('', 'app', 'list', '--json')).words)
      expect(secrets).toEqual([{ fingerprint: expect.any(String), createdAt: expect.any(String), goodUntil: null }])
      expect((await stack.signIn()).degraded).toBe(false)
      expect(await run('', 'secret', 'withdraw', weapp.appId)).toMatchObject({ exitCode: 0 })
      expect((await stack.signIn()).degraded).toBe(true)
      expect(await run(weapp.secret, 'secret', 'rotate', weapp.appId)).toMatchObject({ exitCode: 1 })
      said.push((await run('', 'audit', '--json')).words, stack.log)
      for (const secret of [next, weapp.secret]) expect(said.join('\n')).not.toContain(secret)
      expect(said.join('\n')).toMatch(/secret.withdraw.*secret.set.*secret.rotate/s)
    },
    { storage, env: operatorEnv },
  ),
)

it.each([
  [40013, 'does not know this AppID (40013)'],
  [40164, 'Add 127.0.0.1 at mp.weixin.qq.com'],
  [40243, 'the AppSecret is frozen (40243)'],
  [45009, 'rejected it (45009)'],
])('%i is explained, and nothing is kept', (errcode, words) =>
  withStack(
    async (stack) => {
      await stack.fail({ mode: 'errcode', errcode })
      const { exitCode, stderr } = await createOperatorCommand(stack)(weapp.secret, 'secret', 'set', weapp.appId)
      expect([exitCode, stderr.toLowerCase()]).toEqual([1, expect.stringContaining(words.toLowerCase())])
      expect((await stack.context.registry.list())[0]?.secrets).toHaveLength(1)
      expect(stderr).not.toContain(weapp.secret)
    },
    { env: operatorEnv },
  ),
)

it('every platform is asked, and one that does not answer keeps nothing', () =>
  withStack(
    async (stack) => {
      const trailpass = createOperatorCommand(stack)
      const key = stack.env.ALIPAY_PRIVATE_KEY ?? ''
      for (const [{ appId }, secret] of [
        [h5, h5.secret],
        [douyin, douyin.secret],
        [alipay, key],
      ] as const) {
        expect({ appId, ...(await trailpass(secret, 'secret', 'set', appId)) }).toMatchObject({ appId, exitCode: 0 })
        const wrong = await trailpass(`not${secret}`, 'secret', 'set', appId)
        expect({ appId, ...wrong }).toMatchObject({ exitCode: 1, stderr: expect.stringContaining(' is wrong (') })
        await stack.fail({ mode: 'html' })
        const unanswered = await trailpass(secret, 'secret', 'set', appId)
        expect(unanswered).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('did not answer') })
        await stack.recover()
      }
    },
    { env: operatorEnv, alipay: true },
  ))
