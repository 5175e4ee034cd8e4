import { getUserInfo } from '@trailpass/shared'
import type { MiniProgramHost } from '@trailpass/simulator/hosts/node'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { callBff } from './support/call-bff.ts'
import { inStore } from './support/in-store.ts'
import { createPhone, type MiniPlatform } from './support/phone.ts'
import { registerOn } from './support/register-on.ts'
import { createPerson } from './support/rider.ts'
import { type Stack, startStack } from './support/stack.ts'
import { readStoredSession } from './support/stored-session.ts'

const platforms: readonly MiniPlatform[] = ['weapp', 'alipay', 'tt']

let stack: Stack
const users = new Map<MiniPlatform, { user: string; phone: MiniProgramHost }>()

/** Each a member, with a nickname that waits for human eyes. */
beforeAll(async () => {
  stack = await startStack({ LOG_LEVEL: 'warn' })
  for (const platform of platforms) {
    const user = await createPerson(stack)
    const phone = createPhone(stack, user, { platform })
    await registerOn(phone, '小林')
    phone.stop()
    users.set(platform, { user, phone })
  }
  const changedAt = new Date()
  await inStore(stack, ({ store, pendingContent }) =>
    store.write(function* () {
      for (const { phone } of users.values()) {
        const personId = readStoredSession(phone.storage)?.user.userId ?? ''
        const pending = { personId, field: 'nickname', standing: 'review', traceId: null, changedAt } as const
        yield* pendingContent.upsert({ ...pending, value: '林小' })
      }
    }),
  )
})
afterAll(() => stack.stop())

it.each(platforms)('the author alone sees a name under review, and is told so: %s', async (platform) => {
  const { user = '', phone: before } = users.get(platform) ?? {}
  const phone = createPhone(stack, user, { platform, ...(before && { storage: before.storage }) })
  phone.start()
  await phone.waitFor(() => phone.text().includes('林小'))
  await phone.settle()
  phone.tap('open-profile')
  await phone.waitFor(() => phone.find('under-review')?.text === '昵称审核中，只有你能看到')
  const { token = '' } = readStoredSession(phone.storage) ?? {}
  const { body } = await callBff(stack.bff.url, getUserInfo.method, getUserInfo.path, { token })
  expect(body).toMatchObject({ nickname: '林小', underReview: ['nickname'] })
  expect(phone.errors).toEqual([])
  phone.stop()
})
