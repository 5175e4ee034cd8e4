import type { App } from '../state/apps.ts'
import type { Person } from '../state/people.ts'
import type { World } from '../state/world.ts'
import { AdminError } from './admin-error.ts'
import type { Fields } from './fields.ts'

/** The app that `appId` names; without it, the mini program. */
export function readApp(fields: Fields, world: World): App {
  const appId = fields.optionalText('appId')
  const apps = [...world.apps.values()]
  const app = apps.find((candidate) => (appId === undefined ? candidate.kind === 'weapp' : candidate.appId === appId))
  if (app !== undefined) return app
  throw new AdminError(
    404,
    `no app "${appId ?? 'of kind weapp'}"; known: ${apps.map((known) => known.appId).join(', ')}`,
  )
}

/** The person that `user` names. */
export function readPerson(fields: Fields, world: World): Person {
  const id = fields.text('user')
  const person = world.people.find(id)
  if (person !== undefined) return person
  const known = world.people.list().slice(0, 10)
  throw new AdminError(404, `no person "${id}"; known: ${known.map((someone) => someone.id).join(', ')}`)
}
