import { createHash, randomBytes } from 'node:crypto'
import type { App } from './apps.ts'

export interface Person {
  id: string
  name: string
  phone?: string
  /** A visitor of a snapshot page: the web sign-in returns `is_snapshotuser`, and there is no real person. */
  isSnapshot?: boolean
}

export type NewPerson = Omit<Person, 'id'> & { id?: string }

export interface People {
  list(): Person[]
  find(id: string): Person | undefined
  /** `undefined` when the id is taken. */
  insert(person: NewPerson): Person | undefined
}

export function createPeople(seed: readonly NewPerson[]): People {
  const byId = new Map<string, Person>()
  const people: People = {
    list: () => [...byId.values()],
    find: (id) => byId.get(id),
    insert(input) {
      const id = input.id ?? `person-${randomBytes(4).toString('hex')}`
      if (byId.has(id)) return undefined
      const person = { ...input, id }
      byId.set(id, person)
      return person
    },
  }
  for (const person of seed) people.insert(person)
  return people
}

/** The same person and app give the same openid after a restart, so stored accounts stay theirs. */
export const openidOf = (app: App, person: Person): string => subject('openid', app.appId, person.id)

export const unionidOf = (app: App, person: Person): string | undefined =>
  app.openPlatform === undefined ? undefined : subject('unionid', app.openPlatform, person.id)

// 28 characters that begin with an o: the shape both identifiers have.
function subject(...parts: string[]): string {
  return `o${createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, 27)}`
}
