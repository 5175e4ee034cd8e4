import { describe, expect, it } from 'vitest'
import { decideBikePress, decideEntry, type EntryFacts } from './entry-decision.ts'

const guest = { userId: 'g1', registered: false, nickname: null, riderId: null }
const member = { userId: 'm1', registered: true, nickname: '小林', riderId: 'R1' }
const facts = (over: Partial<EntryFacts> = {}): EntryFacts => ({
  entry: { kind: 'direct' },
  user: guest,
  invitationSeen: false,
  ...over,
})
const scan = { kind: 'scan', deviceCode: '1AB' } as const

describe('bike', () => {
  it('is none when nothing was scanned', () => expect(decideEntry(facts()).bike).toBe('none'))
  it('is ready for a rider', () => expect(decideEntry(facts({ entry: scan, user: member })).bike).toBe('ready'))
  it('asks a guest to register', () => expect(decideEntry(facts({ entry: scan })).bike).toBe('register'))
  it('asks to register while no session is known', () =>
    expect(decideEntry(facts({ entry: scan, user: null })).bike).toBe('register'))
})

describe('pressing the card', () => {
  it('rides when ready', () => expect(decideBikePress('ready', false)).toBe('ride'))
  it('registers once the terms are ticked', () => expect(decideBikePress('register', true)).toBe('register'))
  it('asks for the terms while they are not', () => expect(decideBikePress('register', false)).toBe('ask-terms'))
  it('does nothing without a bike', () => expect(decideBikePress('none', true)).toBe('none'))
})

describe('greeting', () => {
  it('names a member', () =>
    expect(decideEntry(facts({ user: member })).greeting).toEqual({ kind: 'named', name: '小林' }))
  it('names a member without nickname 步道用户', () =>
    expect(decideEntry(facts({ user: { ...member, nickname: null } })).greeting).toEqual({
      kind: 'named',
      name: '步道用户',
    }))
  it('names anybody who comes with skipType 0001', () =>
    expect(decideEntry(facts({ entry: { kind: 'direct', skipType: '0001' } })).greeting.kind).toBe('named'))
  it('greets a guest otherwise', () => expect(decideEntry(facts()).greeting).toEqual({ kind: 'guest' }))
})

describe('invitation', () => {
  it('is shown to a guest', () => expect(decideEntry(facts()).invitation).toBe(true))
  it('is shown once per visit', () => expect(decideEntry(facts({ invitationSeen: true })).invitation).toBe(false))
  it('is not shown to a member', () => expect(decideEntry(facts({ user: member })).invitation).toBe(false))
  it('is not shown with skipType 0001', () =>
    expect(decideEntry(facts({ entry: { kind: 'direct', skipType: '0001' } })).invitation).toBe(false))
})

describe('sport', () => {
  it('waits for a session', () => expect(decideEntry(facts({ user: null })).sportOf).toBeNull())
  it('is that of the person the session names, guest or member', () => {
    expect(decideEntry(facts()).sportOf).toBe('g1')
    expect(decideEntry(facts({ user: member })).sportOf).toBe('m1')
  })
})

it('lets no part hide another', () => {
  expect(decideEntry(facts({ entry: { ...scan, skipType: '0001' } }))).toEqual({
    bike: 'register',
    greeting: { kind: 'named', name: '步道用户' },
    invitation: false,
    sportOf: 'g1',
  })
})
