import { NetworkError } from '@trailpass/client/api/api-error.ts'
import type { Transport } from '@trailpass/client/api/transport.ts'
import { createSession, deleteSession, getUserInfo, listAgreements, register, updateUserInfo } from '@trailpass/shared'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { figure } from '../bff/test/support/figure.ts'
import { inBatches } from '../bff/test/support/in-batches.ts'
import { createClient } from './support/client.ts'
import { fetchTransport } from './support/fetch-transport.ts'
import { type Stack, startStack } from './support/stack.ts'

const calls = figure('CALLS', 100)
const cuts = figure('CUTS', 10)

let stack: Stack
beforeAll(async () => {
  stack = await startStack({ LOG_LEVEL: 'warn', RATE_LIMIT_FACTOR: '10' })
})
afterAll(() => stack.stop())

const userOf = (client: ReturnType<typeof createClient>) => client.session.store.getState().user

it('registers and changes the nickname through the typed endpoints', async () => {
  const client = createClient(stack, 'alice')
  await client.session.store.getState().start()
  const { agreements } = await client.api.call(listAgreements)
  const agreed = agreements.map(({ id, version }) => ({ id, version }))
  const member = await client.api.call(register, { nickname: '小林', agreements: agreed })
  expect(member).toMatchObject({ registered: true, displayName: '小林' })
  expect(await client.api.call(register, { nickname: '别名', agreements: [] })).toEqual(member)
  expect(await client.api.call(updateUserInfo, { nickname: '' })).toMatchObject({
    nickname: null,
    displayName: '步道用户',
  })
})

it('refuses what the contract does not know, and says where', async () => {
  const client = createClient(stack, 'alice')
  await client.session.store.getState().start()
  const body = { nickname: 'x'.repeat(21) }
  await expect(client.api.call(updateUserInfo, body)).rejects.toMatchObject({
    code: 'request.invalid',
    errors: [{ pointer: '/nickname' }],
  })
})

it(`renews an ended session once for ${calls} calls at the same time`, async () => {
  const client = createClient(stack, 'bob')
  await client.session.store.getState().start()
  const before = client.session.access.token()
  await client.api.call(deleteSession, undefined, { token: before })
  const answers = await Promise.all(Array.from({ length: calls }, () => client.api.call(getUserInfo)))
  expect(new Set(answers.map(({ userId }) => userId))).toEqual(new Set([userOf(client)?.userId]))
  expect(client.logins).toBe(2)
  expect(client.session.access.token()).not.toBe(before)
})

it('has one login for 20 calls that wait for the first session', async () => {
  const client = createClient(stack, 'bob')
  await Promise.all(Array.from({ length: 20 }, () => client.api.call(getUserInfo)))
  expect(client.logins).toBe(1)
})

it('does not lose the session when a late 401 of the old token arrives', async () => {
  let release: (() => void) | undefined
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  let hold = false
  const slow: Transport = {
    ...fetchTransport,
    async request(request) {
      const late = hold && request.url.endsWith(getUserInfo.path)
      hold = hold && !late
      const answer = await fetchTransport.request(request)
      if (late) await held
      return answer
    },
  }
  const client = createClient(stack, 'bob', { transport: slow })
  await client.session.store.getState().start()
  await client.api.call(deleteSession, undefined, { token: client.session.access.token() })
  hold = true
  const late = client.api.call(getUserInfo)
  await client.api.call(getUserInfo)
  const renewed = client.session.access.token()
  release?.()
  await late
  expect(client.session.access.token()).toBe(renewed)
  expect(client.logins).toBe(2)
})

it(`gets the same session when the answer to a login was lost on its way, ${cuts} times`, async () => {
  const asked = await stack.countUpstream('/sns/jscode2session')
  await inBatches(cuts, loseOneAnswer)
  expect(await stack.countUpstream('/sns/jscode2session')).toBe(asked + cuts)
})

async function loseOneAnswer(index: number): Promise<void> {
  const user = `walker-${index}`
  await stack.simulator('POST', '/_sim/users', { id: user, name: user })
  let lost = 0
  const tokens: unknown[] = []
  const lossy: Transport = {
    ...fetchTransport,
    async request(request) {
      const answer = await fetchTransport.request(request)
      if (!request.url.endsWith(createSession.path)) return answer
      tokens.push((answer.body as { token: string }).token)
      if (lost++ === 0) throw new NetworkError('network')
      return answer
    },
  }
  const client = createClient(stack, user, { transport: lossy })
  await client.session.store.getState().start()
  expect(tokens).toHaveLength(2)
  expect(tokens[1]).toBe(tokens[0])
  expect(client.logins).toBe(1)
  expect(client.session.store.getState()).toMatchObject({ phase: 'ready', degraded: false, fault: null })
}

it('takes one fresh code when the first one is not good', async () => {
  const codes = ['not-a-code']
  const client = createClient({ ...stack, codeFor: async (user) => codes.pop() ?? stack.codeFor(user) }, 'dave')
  await client.session.store.getState().start()
  expect(client.logins).toBe(2)
  expect(client.session.store.getState()).toMatchObject({ phase: 'ready', fault: null })
})

it('gives up after one fresh code, as a guest of its own with words', async () => {
  const client = createClient({ ...stack, codeFor: async () => 'not-a-code' }, 'dave')
  await client.session.store.getState().start()
  expect(client.logins).toBe(2)
  expect(client.session.store.getState()).toMatchObject({ fault: 'login.code_rejected', user: { registered: false } })
})
