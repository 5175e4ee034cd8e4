import { readdir } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { createAccounts } from '../support/account.ts'
import { type BikeYard, openBikeYard } from '../support/bike-yard.ts'
import { expectProblem } from '../support/expect-problem.ts'
import { figure, patience } from '../support/figure.ts'
import { h5 } from '../support/journeys.ts'
import { readEverything } from '../support/read-everything.ts'
import { createRiding, sample } from '../support/riding.ts'
import type { Stack } from '../support/stack.ts'
import { storages } from '../support/storages.ts'
import { withStack } from '../support/with-stack.ts'

const people = figure('PEOPLE', 3)

/** Everything one can leave behind: two apps, a profile of which an operator has judged a part, a ride, steps, a web ticket, a second account of old. */
async function live(stack: Stack, yard: BikeYard, user: string, number: number) {
  const phone = `139${String(10_000_000 + number)}`
  stack.simulator.world.people.insert({ id: user, name: user, phone })
  const account = createAccounts(stack)
  const riding = createRiding(stack)
  const nickname = `昵称${number}号`
  const model = `Phone of ${user}`

  const web = await stack.signIn({ platform: 'h5', appId: h5.appId, code: await stack.code(user, h5.appId) })
  const { token, principal } = await stack.signIn({ user, model })
  await stack.signIn({ user, model: `${model} 2` })
  await stack.register(token, { nickname, screen: 'registration', entry: { kind: 'scan' } })
  await stack.signIn({ platform: 'h5', appId: h5.appId, code: await stack.webCode(user) })
  await account.bindPhone(token, await stack.phoneCode(user))
  const judged = await account.saveAvatar(token)
  const { contentModeration } = stack.context
  for (const { id } of await contentModeration.list()) await contentModeration.decide(id, 'pass', 'operator:test')
  const avatars = [judged, await account.saveAvatar(token)].map(({ body }) => body.avatarUrl)
  const bike = await yard.addBike()
  const ride = await riding.ride(token, bike)
  await riding.addSamples(token, ride.id, [sample(0)])
  await stack.api('POST', '/v1/registration/tickets', { token })
  await yard.stores.store.write(() => yard.stores.steps.upsert(principal.userId, { day: '2026-11-22', steps: 4711 }))
  const { riderId } = (await stack.userInfo(token)).body
  const { openid, unionid } = await stack.subject(user)
  const traces = { userId: principal.userId, oldId: web.principal.userId, openid, unionid, phone, nickname, model }
  return {
    user,
    token,
    userId: principal.userId,
    traces: { ...traces, riderId, rideId: ride.id, ...Object.fromEntries(avatars.map((url) => [url, fileOf(url)])) },
  }
}

const fileOf = (url: string | null | undefined): string => url?.split('/').at(-1) ?? 'no avatar'

it.each(storages)(
  `${people} people erased leave nothing behind but the record of it, on $name`,
  { timeout: patience(60_000) },
  (storage) =>
    withStack(
      async (stack) => {
        const yard = await openBikeYard(stack)
        const lives = []
        for (let number = 1; number <= people; number++) lives.push(await live(stack, yard, `walker-${number}`, number))
        const stays = await live(stack, yard, 'stays', 0)
        for (const { token } of lives) {
          expect((await createAccounts(stack).erase(token)).status).toBe(204)
          const deadAt = performance.now()
          expectProblem(await stack.userInfo(token), 401, 'session.expired')
          expect(performance.now() - deadAt).toBeLessThan(1000)
        }
        const { store, erasures } = yard.stores
        // One of the account, and one of the account that was joined to it.
        expect(await store.read(() => erasures.list())).toHaveLength(2 * people)

        await stack.stop()
        const files = await readdir(stack.env.DATA_DIR ?? '', { recursive: true })
        const everything = (await readEverything(stack.storage)) + files.join('\n')
        const found = (traces: object) =>
          Object.entries(traces).filter(([, value]) =>
            formsOf(value as string).some((form) => everything.includes(form)),
          )
        for (const { traces } of lives)
          expect({ left: found(traces), logged: logged(stack.log, traces) }).toEqual(nothing)
        expect(found(stays.traces).map(([name]) => name)).toEqual(
          expect.arrayContaining(['userId', 'openid', 'nickname', 'riderId', 'rideId']),
        )

        await stack.start()
        for (const { user, userId } of lives) {
          const again = await stack.signIn({ user })
          expect(again.user).toMatchObject({ registered: false, consents: [] })
          expect(again.principal.userId).not.toBe(userId)
        }
      },
      { storage },
    ),
)

const nothing = { left: [], logged: [] }
const logged = (log: string, traces: object) => Object.entries(traces).filter(([, value]) => log.includes(value))

/** Files are read byte by byte, where a name in Chinese looks different. */
const formsOf = (value: string): string[] => [value, Buffer.from(value, 'utf8').toString('latin1')]
