import { createTicket, redeemTicket, scanDevice } from '@trailpass/shared'
import { describe, expect, it } from 'vitest'
import { figure, patience } from '../support/figure.ts'
import { inBatches } from '../support/in-batches.ts'
import { randomId, weapp } from '../support/journeys.ts'
import { h5Origin, type Stack } from '../support/stack.ts'
import { storages } from '../support/storages.ts'
import { readStoredPeople, readStoredValues } from '../support/stored-values.ts'
import { withStack } from '../support/with-stack.ts'

const people = figure('PEOPLE', 2)

/** People who signed in, registered, left things unfinished and hold what can be redeemed. */
async function fill(stack: Stack): Promise<void> {
  await inBatches(people, async (index) => {
    const user = `walker-${index}`
    await stack.addPerson(user, `1380000${String(index).padStart(4, '0')}`)
    await stack.becomeGuest()
    const { token } = await stack.signIn({ user })
    await stack.api(createTicket.method, createTicket.path, { token })
    if (index % 2 === 0) await stack.register(token, { phoneCode: await stack.phoneCode(user), nickname: '小林' })
  })
}

/** What a value might be mistaken for; each answers whether it was. */
const attempts: Record<string, (stack: Stack, value: string) => Promise<boolean>> = {
  'a bearer token': async ({ api }, value) => (await api('GET', '/v1/userinfo', { token: value })).status === 200,
  'a cookie': async ({ api }, value) => {
    const headers = { cookie: `trailpass=${encodeURIComponent(value)}`, 'trailpass-session': 'cookie' }
    return (await api('GET', '/v1/userinfo', { headers })).status === 200
  },
  'a ticket': async ({ api }, value) => {
    const headers = { origin: h5Origin }
    return (await api(redeemTicket.method, redeemTicket.path, { headers, body: { ticket: value } })).status === 200
  },
  'a login code': async ({ api }, value) => {
    const body = { platform: 'weapp', appId: weapp.appId, code: value, nonce: randomId(), deviceId: randomId() }
    return (await api('POST', '/v1/session', { body })).status === 200
  },
  'a device code': async ({ api }, value) => {
    const guest = await api<{ token: string }>('POST', '/v1/session/guest', {
      body: { platform: 'weapp', appId: weapp.appId, deviceId: randomId() },
    })
    const call = { token: guest.body.token, body: { scene: value } }
    return (await api(scanDevice.method, scanDevice.path, call)).status === 200
  },
}

describe.each(storages)('on $name', (storage) => {
  it(
    `nothing that a stolen database of ${people} people holds is accepted as anything`,
    { timeout: patience(120_000) },
    () =>
      withStack(
        async (stack) => {
          await fill(stack)
          const values = await readStoredValues(stack.storage)
          expect(values.length).toBeGreaterThan(people * 5)
          const known = await readStoredPeople(stack.storage)
          // Headers hold no line breaks, and a form no longer value.
          const usable = values.filter((value) => value.length <= 512 && !/[^\x20-\x7e]/.test(value))
          await inBatches(usable.length, async (index) => {
            const value = usable[index] ?? ''
            for (const [what, attempt] of Object.entries(attempts)) {
              if (await attempt(stack, value)) expect.unreachable(`"${value}" was accepted as ${what}`)
            }
          })
          // As a guest's token it would be ignored: the newcomer must not become anybody who was there.
          await stack.addPerson('thief')
          for (const guestToken of usable.filter((value) => value.length <= 256).slice(0, people * 10)) {
            const { principal } = await stack.signIn({ user: 'thief', guestToken })
            expect(known.has(principal.userId)).toBe(false)
          }
        },
        { storage, env: { RATE_LIMIT_FACTOR: '1000' } },
      ),
  )
})
