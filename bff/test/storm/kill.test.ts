import { expect, it } from 'vitest'
import { startBffProcess } from '../support/bff-process.ts'
import { agreedVersions } from '../support/journeys.ts'
import { storages } from '../support/storages.ts'
import { until } from '../support/until.ts'
import { withStack } from '../support/with-stack.ts'

const kills = 6
const peoplePerKill = 30

it.each(storages)(
  'kill -9 during registrations loses none that was acknowledged, on $name',
  { timeout: 90_000 },
  (storage) =>
    withStack(
      async (stack) => {
        const acknowledged = new Map<string, string>()
        for (let round = 1; round <= kills; round++) {
          const people = Array.from({ length: peoplePerKill }, (_, index) => `walker-${round}-${index}`)
          await Promise.all(people.map(stack.addPerson))
          const tokens = await Promise.all(people.map(async (user) => (await stack.signIn({ user })).token))
          await stack.stop()

          const doomed = await startBffProcess(stack.env)
          let answered = 0
          const registrations = tokens.map((token) =>
            doomed
              .api('POST', '/v1/registration', { token, body: { agreements: agreedVersions, nickname: '小林' } })
              .then(({ status, text }) => {
                answered++
                if (status === 200) acknowledged.set(token, text)
              })
              .catch(() => 'lost'),
          )
          await until('the first registrations are answered', () => answered >= round)
          await doomed.kill()
          await Promise.all(registrations)

          await stack.start()
          for (const [token, text] of acknowledged) expect((await stack.userInfo(token)).text).toBe(text)
          // Whoever got no answer asks again, and is a member once.
          const again = await Promise.all(tokens.map((token) => stack.register(token, { nickname: '小林' })))
          for (const [index, token] of tokens.entries()) {
            expect(again[index]?.body.registered).toBe(true)
            expect((await stack.userInfo(token)).text).toBe(acknowledged.get(token) ?? again[index]?.text)
          }
          expect(new Set(again.map(({ body }) => body.riderId)).size).toBe(peoplePerKill)
        }
        expect(acknowledged.size).toBeGreaterThanOrEqual(kills)
      },
      { storage },
    ),
)
