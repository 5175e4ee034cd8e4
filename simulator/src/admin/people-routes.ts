import type Router from '@koa/router'
import { originOf } from '../http.ts'
import { openidOf, type Person, unionidOf } from '../state/people.ts'
import type { World } from '../state/world.ts'
import { AdminError } from './admin-error.ts'
import { drawAvatar } from './avatar.ts'
import { readFields } from './fields.ts'
import { readPerson } from './subjects.ts'

const idPattern = /^[a-z0-9][a-z0-9-]{0,31}$/
const phonePattern = /^\d{5,15}$/

export function bindPeople(router: Router, world: World): void {
  router.get('/_sim/users', (ctx) => {
    ctx.body = world.people.list().map((person) => present(person, world, originOf(ctx)))
  })

  router.post('/_sim/users', (ctx) => {
    const fields = readFields(ctx)
    const [name, id, phone] = [fields.text('name'), fields.optionalText('id'), fields.optionalText('phone')]
    if (id !== undefined && !idPattern.test(id)) {
      throw new AdminError(400, '"id" must be 1 to 32 of a-z, 0-9 and -, not beginning with -')
    }
    if (phone !== undefined && !phonePattern.test(phone)) throw new AdminError(400, '"phone" must be 5 to 15 digits')
    const person = world.people.insert({ name, ...(id !== undefined && { id }), ...(phone !== undefined && { phone }) })
    if (person === undefined) throw new AdminError(409, `"${id}" is taken`)
    ctx.status = 201
    ctx.body = present(person, world, originOf(ctx))
  })

  router.get('/_sim/avatars/:id.png', (ctx) => {
    ctx.type = 'png'
    ctx.set('Cache-Control', 'max-age=3600')
    ctx.body = drawAvatar(ctx.params.id ?? '')
  })

  router.post('/_sim/current', (ctx) => {
    world.currentPerson = readPerson(readFields(ctx), world)
    ctx.body = { user: world.currentPerson.id }
  })
}

function present(person: Person, world: World, origin: string) {
  const apps = [...world.apps.values()]
  return {
    id: person.id,
    name: person.name,
    phone: person.phone ?? null,
    avatarUrl: `${origin}/_sim/avatars/${person.id}.png`,
    openids: Object.fromEntries(apps.map((app) => [app.appId, openidOf(app, person)])),
    unionids: Object.fromEntries(apps.map((app) => [app.appId, unionidOf(app, person) ?? null])),
  }
}
