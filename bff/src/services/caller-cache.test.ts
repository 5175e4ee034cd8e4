import { beforeEach, expect, it } from 'vitest'
import { sessionRecord } from '../../test/support/session-record.ts'
import { unitOf } from '../../test/support/unit-of.ts'
import type { Caller } from '../domain/session.ts'
import type { SessionListener } from '../ports/session-broadcast.ts'
import { createCallerCache } from './caller-cache.ts'
import type { UserFacts } from './present-user.ts'

const at = new Date('2026-11-01T00:00:00Z')
const member = (tokenHash: string, personId = 'p1'): Caller => ({
  personId,
  registered: true,
  identified: true,
  session: sessionRecord(at, { tokenHash, personId }),
})

let stored: Map<string, Caller>
let facts: Map<string, UserFacts>
let reads: number
let now: number
let heard: boolean
let told: string[]
let listener: SessionListener
/** Held back while set: what a slow database does. */
let gate: Promise<void>

function open({ alone = false } = {}) {
  return createCallerCache({
    store: {
      async read(unit) {
        const step = unit().next([])
        reads++
        const found = step.value
        await gate
        return found as never
      },
    },
    sessions: {
      findCaller: (hash) => unitOf(stored.get(hash)),
    },
    readFacts: (personId) => unitOf(facts.get(personId)),
    broadcast: alone
      ? undefined
      : {
          async publish(subjects) {
            told.push(...subjects)
          },
          isHeard: () => heard,
          listen(given) {
            listener = given
          },
        },
    clock: { now: () => new Date(now) },
  })
}

beforeEach(() => {
  stored = new Map([
    ['t1', member('t1')],
    ['t2', member('t2')],
    ['t3', member('t3', 'p2')],
  ])
  facts = new Map()
  reads = 0
  now = at.getTime()
  heard = true
  told = []
  gate = Promise.resolve()
})

it('reads a member once, and anew after five seconds', async () => {
  const callers = open()
  for (let call = 0; call < 3; call++) expect(await callers.find('t1')).toEqual(member('t1'))
  expect(reads).toBe(1)
  now += 5000
  await callers.find('t1')
  expect(reads).toBe(2)
})

it('keeps no guest, no session that may only register, and nobody unknown', async () => {
  const callers = open()
  const one = member('t1')
  stored.set('t1', { ...one, registered: false })
  stored.set('t2', { ...one, session: { ...one.session, scope: 'register' } })
  for (const hash of ['t1', 't1', 't2', 't2', 'none', 'none']) await callers.find(hash)
  expect(reads).toBe(6)
})

it('forgets what it announces, and what others announce, by session and by person', async () => {
  const callers = open()
  const readAll = async () => {
    reads = 0
    for (const hash of ['t1', 't2', 't3']) await callers.find(hash)
    return reads
  }
  await readAll()
  expect(await readAll()).toBe(0)
  await callers.announce(['t1'])
  expect(told).toEqual(['t1'])
  expect(await readAll()).toBe(1)
  listener.onChanged(['p1', 'unknown'])
  expect(await readAll()).toBe(2)
  listener.onLost()
  expect(await readAll()).toBe(3)
})

it('keeps nothing that was read before a change and arrives after it', async () => {
  const callers = open()
  let release = () => {}
  gate = new Promise((resolve) => {
    release = resolve
  })
  const early = callers.find('t1')
  stored.delete('t1')
  listener.onChanged(['t1'])
  const late = callers.find('t1')
  release()
  expect(await early).toEqual(member('t1'))
  expect(await late).toBeUndefined()
  expect(await callers.find('t1')).toBeUndefined()
})

it('asks the store each time while no word of changes arrives', async () => {
  const [callers, lonely] = [open(), open({ alone: true })]
  heard = false
  for (let call = 0; call < 2; call++) await callers.find('t1')
  heard = true
  for (let call = 0; call < 2; call++) await lonely.find('t1')
  expect(reads).toBe(4)
})

const account = (id: string, { registered = true, hasUnion = false } = {}): UserFacts => ({
  person: {
    id,
    nickname: null,
    avatarId: null,
    phoneMasked: null,
    riderId: null,
    registeredAt: registered ? at : null,
    profileRefreshedAt: null,
    ranked: true,
    createdAt: at,
  },
  consents: [],
  pending: [],
  hasUnion,
  joinOffered: false,
})

it('keeps what a member sees of the account until that changes', async () => {
  const callers = open()
  facts.set('p1', account('p1'))
  for (const _ of [1, 2]) expect(await callers.findFacts('p1')).toEqual(account('p1'))
  expect(reads).toBe(1)
  await callers.announce(['p1'])
  facts.delete('p1')
  expect(await callers.findFacts('p1')).toBeUndefined()
})

it('keeps no account of a guest, and none that others can change', async () => {
  const callers = open()
  facts.set('p1', account('p1', { registered: false }))
  facts.set('p2', account('p2', { hasUnion: true }))
  for (const id of ['p1', 'p1', 'p2', 'p2']) await callers.findFacts(id)
  expect(reads).toBe(4)
})
