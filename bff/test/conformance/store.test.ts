import { expect, it } from 'vitest'
import { AppError } from '../../src/domain/app-error.ts'
import type { Unit } from '../../src/ports/unit.ts'
import { forEachStorage } from '../support/for-each-storage.ts'

const at = new Date('2026-11-01T00:00:00Z')

forEachStorage('Store', (stores) => {
  function* addPerson(id: string): Unit<string> {
    yield* stores().people.insert({ id, createdAt: at })
    return id
  }
  const exists = async (id: string) => (await stores().store.read(() => stores().people.find(id))) !== undefined

  it('answers what the unit returned, once its writes can be read', async () => {
    expect(await stores().store.write(() => addPerson('p1'))).toBe('p1')
    expect(await exists('p1')).toBe(true)
  })

  it('keeps nothing of a unit that throws, and rejects with what it threw', async () => {
    const reason = new AppError('login.code_rejected')
    const failing = stores().store.write(function* () {
      yield* addPerson('p1')
      throw reason
    })
    await expect(failing).rejects.toBe(reason)
    expect(await exists('p1')).toBe(false)
  })

  it('keeps nothing of a unit whose statement fails', async () => {
    await stores().store.write(() => addPerson('taken'))
    const failing = stores().store.write(function* () {
      yield* addPerson('p1')
      yield* addPerson('taken')
    })
    await expect(failing).rejects.toThrow()
    expect(await exists('p1')).toBe(false)
  })

  it('lets no failing unit take or leave the writes of others started in the same turn', async () => {
    const ids = Array.from({ length: 30 }, (_, index) => `p${index}`)
    const fails = (index: number) => index % 3 === 1
    const outcomes = await Promise.allSettled(
      ids.map((id, index) =>
        stores().store.write(function* () {
          yield* addPerson(id)
          if (fails(index)) throw new AppError('internal')
        }),
      ),
    )
    expect(outcomes.map(({ status }) => status === 'rejected')).toEqual(ids.map((_, index) => fails(index)))
    expect(await Promise.all(ids.map(exists))).toEqual(ids.map((_, index) => !fails(index)))
  })

  it('gives each unit what earlier statements of the same unit wrote', async () => {
    const seen = await stores().store.write(function* () {
      yield* addPerson('p1')
      return yield* stores().people.find('p1')
    })
    expect(seen?.id).toBe('p1')
  })

  it('loses no update of concurrent units that lock what they change', async () => {
    await stores().store.write(() => addPerson('p1'))
    const append = (letter: string) =>
      stores().store.write(function* () {
        const person = yield* stores().people.lock('p1')
        if (person) yield* stores().people.update({ ...person, nickname: `${person.nickname ?? ''}${letter}` })
      })
    await Promise.all([...'abcdefghij'].map(append))
    const person = await stores().store.read(() => stores().people.find('p1'))
    expect([...(person?.nickname ?? '')].sort().join('')).toBe('abcdefghij')
  })

  it('answers a ping', async () => {
    await expect(stores().store.ping()).resolves.toBeUndefined()
  })
})
