import { describe, expect, it } from 'vitest'
import { type Bike, openBikeYard } from '../support/bike-yard.ts'
import { figure, patience } from '../support/figure.ts'
import { each, inProcesses } from '../support/in-processes.ts'
import { createRiding } from '../support/riding.ts'
import type { Stack } from '../support/stack.ts'
import { storages } from '../support/storages.ts'
import { until } from '../support/until.ts'
import { withStack } from '../support/with-stack.ts'

const rounds = figure('ROUNDS', 2)
const logins = figure('LOGINS', 20)

/** A guest with a scan of their own. */
async function guestWithScan(stack: Stack, { code }: Bike) {
  const { token, principal } = await stack.becomeGuest()
  const { body } = await createRiding(stack).scan(token, code)
  return { token, userId: principal.userId, intentId: body.intentId }
}

/** So many logins at once with one guest token, at all processes, which die while WeChat is being asked. */
async function loginUntilKilled(stack: Stack, people: readonly string[], guestToken: string): Promise<string[]> {
  const codes = await Promise.all(people.map((user) => stack.code(user)))
  const asked = () => stack.simulator.world.requests.list('/sns/jscode2session').length
  const answered: string[] = []
  await inProcesses(stack, async (bffs) => {
    const before = asked()
    const killed = until('some have reached WeChat', () => asked() > before, 10_000).then(() =>
      Promise.all(bffs.map((bff) => bff.kill())),
    )
    await each(bffs, codes.length, async (bff, index) => {
      // A login that is cut off has no answer; whether it came to pass is seen afterwards.
      const answer = await bff.login({ code: codes[index] as string, guestToken }).catch(() => undefined)
      if (answer?.status === 200) answered.push(answer.body.principal.userId)
    })
    await killed
  })
  return answered
}

/** As a phone does it: a store that is busy with the others is asked again. */
async function logInAtLast(stack: Stack, user: string, guestToken: string): Promise<string> {
  const body = await until('the store has time', async () => {
    const answer = await stack.login({ user, guestToken })
    if (answer.status !== 503) expect(answer.status).toBe(200)
    return answer.status === 200 && answer.body
  })
  return body.principal.userId
}

describe.each(storages)('on $name', (storage) => {
  it(
    `a guest’s scan follows one of ${logins} people who log in at once and are killed, ${rounds} times`,
    { timeout: patience(120_000) },
    () =>
      withStack(
        async (stack) => {
          const bike = await (await openBikeYard(stack)).addBike()
          let cutOff = 0
          for (let round = 1; round <= rounds; round++) {
            // In every other round all are known already, and the guest's things have to move.
            const known = round % 2 === 0
            const people = Array.from({ length: logins }, (_, index) => `walker-${round}-${index}`)
            await Promise.all(people.map((user) => stack.addPerson(user)))
            if (known) await Promise.all(people.map((user) => stack.signIn({ user })))
            const guest = await guestWithScan(stack, bike)

            const answered = await loginUntilKilled(stack, people, guest.token)
            cutOff += people.length - answered.length
            // Whoever got no answer logs in again; the guest is settled by now, if it was not before.
            const userIds = await Promise.all(people.map((user) => logInAtLast(stack, user, guest.token)))
            expect(new Set(userIds).size).toBe(people.length)
            expect(userIds).toEqual(expect.arrayContaining(answered))
            expect(userIds.filter((id) => id === guest.userId)).toHaveLength(known ? 0 : 1)

            const { store, devices, people: stored } = (await openBikeYard(stack)).stores
            const intent = await store.read(() => devices.findIntent(guest.intentId))
            expect(userIds).toContain(intent?.personId)
            if (!known) expect(intent?.personId).toBe(guest.userId)
            expect((await store.read(() => stored.find(guest.userId))) === undefined).toBe(known)
            const owned = await Promise.all(userIds.map((id) => store.read(() => devices.listIntents(id))))
            expect(owned.flat()).toHaveLength(1)
          }
          expect(cutOff).toBeGreaterThan(0)
        },
        { storage },
      ),
  )
})
