import { expect, it } from 'vitest'
import { unitOf } from '../../test/support/unit-of.ts'
import type { IdentityKey, Person } from '../domain/person.ts'
import type { PersonStore } from '../ports/person-store.ts'
import { lockBehind } from './lock-behind.ts'

const key: IdentityKey = { platform: 'weapp', appId: 'wx1', subject: 'o1' }

/** Each time it is looked up, the identity is of the next of these; only the people in `there` can be locked. */
function find(holders: string[], there: string[]) {
  const people = {
    findIdentity: () => {
      const personId = holders.shift()
      return unitOf(personId && { personId })
    },
    lock: (id: string) => unitOf(there.includes(id) ? ({ id } as Person) : undefined),
  } as unknown as PersonStore
  return lockBehind(people, key).next([])
}

it('finds the account into which the identity’s was joined meanwhile', () => {
  expect(find(['joined', 'stays'], ['stays'])).toEqual({ done: true, value: { id: 'stays' } })
})

it('finds nobody behind an unknown identity, or one that was erased meanwhile', () => {
  expect(find([], [])).toEqual({ done: true, value: undefined })
  expect(find(['erased'], [])).toEqual({ done: true, value: undefined })
})

it('gives up when that happens again and again', () => {
  expect(() => find(['a', 'b', 'c', 'd'], ['d'])).toThrow(expect.objectContaining({ code: 'storage.unavailable' }))
})
