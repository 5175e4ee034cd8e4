import { beforeEach, expect, it } from 'vitest'
import type { WebTicket } from '../../src/domain/web-ticket.ts'
import { forEachStorage } from '../support/for-each-storage.ts'
import { addPeople, at } from '../support/ride-fixtures.ts'
import { sessionRecord } from '../support/session-record.ts'

const origin = 'https://h5.example'
const ticket = (changes: Partial<WebTicket> = {}): WebTicket => ({
  ticketHash: 'k1',
  sessionHash: 's1',
  origin,
  expiresAt: at(60_000),
  ...changes,
})

forEachStorage('WebTicketStore', (stores) => {
  const write: ReturnType<typeof stores>['store']['write'] = (unit) => stores().store.write(unit)
  const save = (changes?: Partial<WebTicket>) => write(() => stores().webTickets.save(ticket(changes)))
  const claim = (hash = 'k1', from = origin, when = at(0)) => write(() => stores().webTickets.claim(hash, from, when))

  beforeEach(async () => {
    await addPeople(stores(), 'p1')
    for (const tokenHash of ['s1', 's2']) {
      await write(() => stores().sessions.insert(sessionRecord(at(0), { tokenHash, deviceHash: tokenHash })))
    }
  })

  it('gives a ticket to one of many who claim it at once, and to nobody afterwards', async () => {
    await save()
    const claims = await Promise.all(Array.from({ length: 20 }, () => claim()))
    expect(claims.filter(Boolean)).toEqual([ticket()])
    expect(await claim()).toBeUndefined()
  })

  it('gives none that is unknown, of another origin, or over, and leaves a good one to its own origin', async () => {
    await save()
    expect(await claim('k2')).toBeUndefined()
    expect(await claim('k1', 'https://evil.example')).toBeUndefined()
    expect(await claim('k1', '')).toBeUndefined()
    expect(await claim('k1', origin, at(60_000))).toBeUndefined()
    expect(await claim('k1', origin, at(59_999))).toEqual(ticket())
  })

  it('keeps the latest of each session', async () => {
    await save()
    await save({ ticketHash: 'k2', expiresAt: at(70_000) })
    await save({ ticketHash: 'k3', sessionHash: 's2' })
    expect(await claim('k1')).toBeUndefined()
    expect(await claim('k2')).toEqual(ticket({ ticketHash: 'k2', expiresAt: at(70_000) }))
    expect(await claim('k3')).toEqual(ticket({ ticketHash: 'k3', sessionHash: 's2' }))
  })

  it('lets a ticket go with its session, and makes none of a session that is gone', async () => {
    await save()
    await write(() => stores().sessions.remove('s1'))
    expect(await claim()).toBeUndefined()
    await expect(save()).rejects.toThrow()
  })

  it('forgets expired ones', async () => {
    await save()
    await save({ ticketHash: 'k2', sessionHash: 's2', expiresAt: at(60_001) })
    await write(() => stores().webTickets.removeExpired(at(60_000)))
    expect(await claim('k1')).toBeUndefined()
    expect(await claim('k2')).toBeDefined()
  })
})
