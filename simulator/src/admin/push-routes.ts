import type Router from '@koa/router'
import { personEvents, pushMediaVerdict, pushPersonEvent } from '../push/events.ts'
import type { PushTarget } from '../push/pusher.ts'
import { mediaVerdicts } from '../state/media-checks.ts'
import type { World } from '../state/world.ts'
import { AdminError } from './admin-error.ts'
import { type Fields, readFields } from './fields.ts'
import { readApp, readPerson } from './subjects.ts'

const keyPattern = /^[A-Za-z0-9]{43}$/

/** WeChat's message push: its target, events, and their results. */
export function bindPush(router: Router, world: World): void {
  router.get('/_sim/push', (ctx) => {
    ctx.body = [...world.apps.values()].flatMap((app) => {
      const target = world.pusher.find(app)
      return target ? [present(target)] : []
    })
  })

  router.post('/_sim/push', async (ctx) => {
    const target = readTarget(readFields(ctx), world)
    const problem = await world.pusher.configure(target)
    if (problem !== undefined) throw new AdminError(409, `the handshake failed: ${problem}`)
    ctx.body = present(target)
  })

  router.get('/_sim/pushes', (ctx) => {
    ctx.body = world.pusher.list()
  })

  router.post('/_sim/pushes/:id/repeat', async (ctx) => {
    const delivery = await world.pusher.repeat(ctx.params.id ?? '')
    if (delivery === undefined) throw new AdminError(404, `no push "${ctx.params.id}"`)
    ctx.body = delivery
  })

  router.post('/_sim/events', async (ctx) => {
    const fields = readFields(ctx)
    const event = fields.text('event')
    const revokeInfo = fields.optionalText('revokeInfo')
    const app = readApp(fields, world)
    const person = readPerson(fields, world)
    if (event === personEvents[0] && revokeInfo === undefined) throw new AdminError(400, '"revokeInfo" is missing')
    const sent = { app, person, event, fields: revokeInfo === undefined ? {} : { RevokeInfo: revokeInfo } }
    ctx.body = demandTarget(await pushPersonEvent(world, sent), app.appId)
  })

  router.get('/_sim/media-checks', (ctx) => {
    ctx.body = world.mediaChecks
      .list()
      .map(({ traceId, app, person, url, verdict }) => ({ traceId, appId: app.appId, user: person.id, url, verdict }))
  })

  router.post('/_sim/media-checks/:traceId', async (ctx) => {
    const check = world.mediaChecks.find(ctx.params.traceId ?? '')
    if (check === undefined) throw new AdminError(404, `no media check "${ctx.params.traceId}"`)
    const given = readFields(ctx).text('suggest')
    const verdict = [...mediaVerdicts, 'failed' as const].find((known) => known === given)
    if (verdict === undefined) {
      throw new AdminError(400, `"suggest" must be one of ${mediaVerdicts.join(', ')}, failed`)
    }
    check.verdict = verdict
    ctx.body = demandTarget(await pushMediaVerdict(world, check, verdict), check.app.appId)
  })
}

function readTarget(fields: Fields, world: World): PushTarget {
  const [url, aesKey, format] = [
    fields.text('url'),
    fields.optionalText('aesKey'),
    fields.optionalText('format') ?? 'json',
  ]
  if (!URL.canParse(url) || !/^https?:/.test(url)) throw new AdminError(400, '"url" must be an http address')
  if (aesKey !== undefined && !keyPattern.test(aesKey)) {
    throw new AdminError(400, '"aesKey" must be 43 letters and digits')
  }
  if (format !== 'json' && format !== 'xml') throw new AdminError(400, '"format" must be json or xml')
  const target = { app: readApp(fields, world), url, token: fields.text('token'), format } as const
  return aesKey === undefined ? target : { ...target, aesKey }
}

const present = ({ app, url, format, aesKey }: PushTarget) => ({
  appId: app.appId,
  url,
  format,
  mode: aesKey === undefined ? 'plain' : 'safe',
})

function demandTarget<T>(delivery: T | undefined, appId: string): T {
  if (delivery !== undefined) return delivery
  throw new AdminError(409, `"${appId}" has no message push: POST /_sim/push first`)
}
