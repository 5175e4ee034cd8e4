import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { type PersonTable, personTables } from '../../src/adapters/sql/person-tables.ts'
import type { Unit } from '../../src/ports/unit.ts'
import { createAccounts } from '../support/account.ts'
import { type BikeYard, openBikeYard } from '../support/bike-yard.ts'
import { figure, patience, seed } from '../support/figure.ts'
import { agreedVersions, h5, type SignedIn } from '../support/journeys.ts'
import { createRiding, sample } from '../support/riding.ts'
import type { Stack } from '../support/stack.ts'
import { storages } from '../support/storages.ts'
import { withStack } from '../support/with-stack.ts'

const runs = figure('SEQUENCES', 15)

const consented = (Object.keys(personTables) as PersonTable[]).filter((table) => personTables[table].consented)
const personal = [
  'nickname',
  'avatar_id',
  'phone_sealed',
  'phone_masked',
  'rider_id',
  'registered_at',
  'registration_entry',
]

/** Rows that rest on a consent which is not in force. */
function* findUnconsented(): Unit<unknown[]> {
  const agrees = (person: string) =>
    agreedVersions
      .map(({ id }) => `exists (select 1 from consent c where c.person_id = ${person} and c.agreement_id = '${id}')`)
      .join(' and ')
  const fields = personal.map((column) => `${column} is not null`).join(' or ')
  const found = [
    ...(yield { sql: `select * from person p where (${fields}) and not (${agrees('p.id')})`, parameters: [] }),
  ]
  for (const table of consented) {
    const rows = yield { sql: `select * from ${table} t where not (${agrees('t.person_id')})`, parameters: [] }
    found.push(...rows.map((row) => ({ table, row })))
  }
  return found
}

const operations = [
  'register',
  'register without terms',
  'register with half the terms',
  'rename',
  'avatar',
  'phone',
  'scan and ride',
  'measure',
  'finish',
  'withdraw privacy-policy',
  'withdraw user-agreement',
  'agree',
  'log in',
  'log in on the web',
  'log in on the web with the unionid',
  'join',
] as const
type Operation = (typeof operations)[number]

/** What one person does, wisely or not; every answer but a fault of ours will do. */
async function createActor(stack: Stack, yard: BikeYard, user: string) {
  const account = createAccounts(stack)
  const riding = createRiding(stack)
  const bike = await yard.addBike()
  let { token }: SignedIn = await stack.signIn({ user })
  let rideId = 'none'
  async function onWeb(code: string): Promise<undefined> {
    token = (await stack.signIn({ platform: 'h5', appId: h5.appId, code })).token
  }
  const acts: Record<Operation, () => Promise<{ status: number } | undefined>> = {
    register: () => stack.register(token, { nickname: user, entry: { kind: 'scan' } }),
    'register without terms': () => stack.register(token, { nickname: user, agreements: [] }),
    'register with half the terms': () =>
      stack.register(token, { nickname: user, agreements: agreedVersions.slice(0, 1) }),
    rename: () => account.rename(token, `${user} 2`),
    avatar: () => account.saveAvatar(token),
    phone: async () => account.bindPhone(token, await stack.phoneCode('alice')),
    async 'scan and ride'() {
      const scanned = await riding.scan(token, bike.code)
      const started = await riding.start(token, scanned.body.intentId ?? 'none')
      rideId = started.body.id ?? rideId
      return started
    },
    measure: () => riding.addSamples(token, rideId, [sample(0), sample(1)]),
    finish: () => riding.finish(token, rideId),
    'withdraw privacy-policy': () => account.withdraw(token, 'privacy-policy'),
    'withdraw user-agreement': () => account.withdraw(token, 'user-agreement'),
    agree: () => account.agree(token, { agreements: agreedVersions, screen: 'profile' }),
    async 'log in'() {
      token = (await stack.signIn({ user })).token
      return undefined
    },
    'log in on the web': async () => onWeb(await stack.code(user, h5.appId)),
    'log in on the web with the unionid': async () => onWeb(await stack.webCode(user)),
    join: () => account.decideJoin(token, true),
  }
  return (operation: Operation) => acts[operation]()
}

/** Each step is what happens at the same moment. */
const sequence = fc.array(fc.array(fc.constantFrom(...operations), { minLength: 1, maxLength: 3 }), { maxLength: 12 })

it.each(storages)(
  `${runs} sequences store nothing personal before its consent, on $name`,
  { timeout: patience(60_000) },
  (storage) =>
    withStack(
      async (stack) => {
        const yard = await openBikeYard(stack)
        let people = 0
        await fc.assert(
          fc.asyncProperty(sequence, async (steps) => {
            const user = `walker-${people++}`
            await stack.addPerson(user)
            const act = await createActor(stack, yard, user)
            for (const step of steps) {
              const answers = await Promise.all(step.map(act))
              expect({ step, faults: answers.filter((answer) => (answer?.status ?? 200) >= 500) }).toEqual({
                step,
                faults: [],
              })
              expect({ step, found: await yard.stores.store.read(findUnconsented) }).toEqual({ step, found: [] })
            }
          }),
          { numRuns: runs, endOnFailure: true, seed: seed() },
        )
        expect(people).toBeGreaterThanOrEqual(runs)
      },
      { storage },
    ),
)
