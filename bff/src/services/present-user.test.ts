import { describe, expect, it } from 'vitest'
import type { Person } from '../domain/person.ts'
import { presentPrincipal, presentUser, type UserFacts } from './present-user.ts'

const day = (count: number) => new Date(Date.UTC(2026, 10, 1) + count * 86_400_000)
const guest: Person = {
  id: 'p1',
  nickname: null,
  avatarId: null,
  phoneMasked: null,
  riderId: null,
  registeredAt: null,
  profileRefreshedAt: null,
  ranked: true,
  createdAt: day(0),
}
const member: Person = { ...guest, nickname: '小林', avatarId: 'a.png', riderId: 'R1', registeredAt: day(1) }

const facts = (person: Person, given: Partial<UserFacts> = {}): UserFacts => ({
  person,
  hasUnion: false,
  consents: [],
  pending: [],
  joinOffered: false,
  ...given,
})

it('shows a guest under the default name, with nothing that registration gives', () => {
  expect(presentUser(facts(guest), day(0))).toEqual({
    userId: 'p1',
    registered: false,
    nickname: null,
    displayName: '步道用户',
    avatarUrl: null,
    phoneMasked: null,
    riderId: null,
    underReview: [],
    refused: [],
    ranked: false,
    consents: [],
    joinOffered: false,
    profileRefreshDue: false,
    createdAt: '2026-11-01T00:00:00.000Z',
  })
  expect(presentPrincipal({ registered: false, userId: 'p1' })).toEqual({ kind: 'guest', userId: 'p1' })
})

it('shows a member with name, avatar and consents', () => {
  const consents = [{ agreementId: 'privacy-policy', version: '2026-11', agreedAt: day(1), screen: 'registration' }]
  expect(presentUser(facts(member, { consents, joinOffered: true }), day(1))).toMatchObject({
    registered: true,
    displayName: '小林',
    ranked: true,
    avatarUrl: '/v1/avatars/a.png',
    consents: [
      { id: 'privacy-policy', version: '2026-11', agreedAt: '2026-11-02T00:00:00.000Z', screen: 'registration' },
    ],
    joinOffered: true,
  })
  expect(presentPrincipal({ registered: true, userId: 'p1' })).toEqual({ kind: 'member', userId: 'p1' })
})

describe('a profile refresh is due', () => {
  const isDue = (person: Person, now: Date) => presentUser(facts(person), now).profileRefreshDue
  it('30 days after registration', () => {
    expect(isDue(member, day(31))).toBe(false)
    expect(isDue(member, new Date(day(31).getTime() + 1))).toBe(true)
  })
  it('30 days after the last refresh', () => {
    expect(isDue({ ...member, profileRefreshedAt: day(20) }, day(50))).toBe(false)
    expect(isDue({ ...member, profileRefreshedAt: day(20) }, day(51))).toBe(true)
  })
  it('never for a guest', () => expect(isDue(guest, day(1000))).toBe(false))
})

it('shows people what others do not see of them yet, and says so', () => {
  const pending = [
    { personId: 'p1', field: 'nickname', value: '林小', standing: 'review', traceId: null, changedAt: day(2) },
    { personId: 'p1', field: 'avatar', value: 'b.jpg', standing: 'asked', traceId: 't1', changedAt: day(2) },
  ] as const
  expect(presentUser(facts(member, { pending }), day(2))).toMatchObject({
    nickname: '林小',
    displayName: '林小',
    avatarUrl: '/v1/avatars/b.jpg',
    underReview: ['nickname', 'avatar'],
    refused: [],
  })
})

it('tells people what was refused, and shows them what stood before', () => {
  const pending = [
    { personId: 'p1', field: 'nickname', value: '', standing: 'refused', traceId: null, changedAt: day(2) },
  ] as const
  expect(presentUser(facts(member, { pending }), day(2))).toMatchObject({
    nickname: member.nickname,
    underReview: [],
    refused: ['nickname'],
  })
})
