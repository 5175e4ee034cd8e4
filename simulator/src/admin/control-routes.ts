import type Router from '@koa/router'
import { readQuery } from '../http.ts'
import type { Settings } from '../state/settings.ts'
import type { World } from '../state/world.ts'
import { AdminError } from './admin-error.ts'
import { type Fields, readFields } from './fields.ts'

/** Controls for tests: time, quotas, settings, and the request log. */
export function bindControls(router: Router, world: World): void {
  router.post('/_sim/reset', (ctx) => {
    world.reset()
    ctx.status = 204
  })

  router.get('/_sim/requests', (ctx) => {
    ctx.body = world.requests.list(readQuery(ctx).path)
  })

  router.delete('/_sim/requests', (ctx) => {
    world.requests.clear()
    ctx.status = 204
  })

  router.post('/_sim/clock', (ctx) => {
    const fields = readFields(ctx)
    const at = fields.optionalText('at')
    if (at !== undefined && Number.isNaN(Date.parse(at))) throw new AdminError(400, '"at" must be an ISO 8601 time')
    if (at !== undefined) world.clock.set(Date.parse(at))
    world.clock.advance(
      at === undefined ? fields.integer('advanceMs', 0) : (fields.optionalInteger('advanceMs', 0) ?? 0),
    )
    ctx.body = { now: new Date(world.clock.now()).toISOString() }
  })

  router.get('/_sim/quotas', (ctx) => {
    ctx.body = world.quotas.list()
  })

  router.post('/_sim/quotas', (ctx) => {
    const fields = readFields(ctx)
    const [path, perMinute, perDay] = [
      fields.text('path'),
      fields.optionalInteger('perMinute', 0),
      fields.optionalInteger('perDay', 0),
    ]
    world.quotas.set(path, { ...(perMinute !== undefined && { perMinute }), ...(perDay !== undefined && { perDay }) })
    ctx.body = world.quotas.list()
  })

  router.get('/_sim/settings', (ctx) => {
    ctx.body = world.settings
  })

  router.post('/_sim/settings', (ctx) => {
    ctx.body = Object.assign(world.settings, readSettings(readFields(ctx), world.settings))
  })
}

function readSettings(fields: Fields, current: Settings): Partial<Settings> {
  const changes: Partial<Settings> = {}
  for (const name of fields.names()) {
    if (!isSetting(name, current)) {
      throw new AdminError(400, `no setting "${name}"; known: ${Object.keys(current).join(', ')}`)
    }
    const value = fields.optionalInteger(name, 0)
    if (value !== undefined) changes[name] = value
  }
  return changes
}

const isSetting = (name: string, settings: Settings): name is keyof Settings => Object.hasOwn(settings, name)
