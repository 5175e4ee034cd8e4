import { expect, it } from 'vitest'
import { expectProblem } from '../support/expect-problem.ts'
import type { Stack } from '../support/stack.ts'
import { storages } from '../support/storages.ts'
import { withStack } from '../support/with-stack.ts'

async function addPeople(stack: Stack, count: number): Promise<string[]> {
  const people = Array.from({ length: count }, (_, index) => `walker-${index}`)
  await Promise.all(people.map((id) => stack.addPerson(id)))
  return people
}

it.each(storages)('100 people at once with one guest token: exactly one takes the guest over, on $name', (storage) =>
  withStack(
    async (stack) => {
      const people = await addPeople(stack, 100)
      const guest = await stack.becomeGuest()
      const signedIn = await Promise.all(people.map((user) => stack.signIn({ user, guestToken: guest.token })))
      const userIds = signedIn.map(({ principal }) => principal.userId)
      expect(new Set(userIds).size).toBe(people.length)
      expect(userIds.filter((id) => id === guest.principal.userId)).toHaveLength(1)
      expectProblem(await stack.userInfo(guest.token), 401, 'session.expired')
    },
    { storage },
  ),
)

it.each(storages)('known people at once with one guest token: each stays who they are, on $name', (storage) =>
  withStack(
    async (stack) => {
      const people = await addPeople(stack, 20)
      const known = await Promise.all(people.map((user) => stack.signIn({ user })))
      const guest = await stack.becomeGuest()
      const again = await Promise.all(people.map((user) => stack.signIn({ user, guestToken: guest.token })))
      expect(again.map(({ principal }) => principal.userId)).toEqual(known.map(({ principal }) => principal.userId))
      expectProblem(await stack.userInfo(guest.token), 401, 'session.expired')
    },
    { storage },
  ),
)

it.each(storages)('degraded logins at once with one guest token: exactly one keeps the guest, on $name', (storage) =>
  withStack(
    async (stack) => {
      const guest = await stack.becomeGuest()
      const codes = await Promise.all(Array.from({ length: 20 }, () => stack.code()))
      await stack.fail({ mode: 'reset' })
      const degraded = await Promise.all(codes.map((code) => stack.signIn({ code, guestToken: guest.token })))
      expect(new Set(degraded.map(({ principal }) => principal.userId)).size).toBe(codes.length)
      expect(degraded.filter(({ principal }) => principal.userId === guest.principal.userId)).toHaveLength(1)
      for (const { token } of degraded) expect((await stack.userInfo(token)).status).toBe(200)
    },
    { storage },
  ),
)

it.each(storages)('one new person on 20 devices at once: one account, epochs without a gap, on $name', (storage) =>
  withStack(
    async (stack) => {
      const signedIn = await Promise.all(Array.from({ length: 20 }, () => stack.signIn()))
      expect(new Set(signedIn.map(({ principal }) => principal.userId)).size).toBe(1)
      const epochs = signedIn.map(({ keyEpoch }) => keyEpoch ?? 0).sort((a, b) => a - b)
      expect(epochs).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
    },
    { storage },
  ),
)
