import type Router from '@koa/router'
import type { Bike, BikeRegistration } from '../bikes/bike.ts'
import type { World } from '../state/world.ts'
import { AdminError } from './admin-error.ts'
import { bikesPage } from './bikes-page.ts'
import { type Fields, readFields } from './fields.ts'

const keyPattern = /^[A-Za-z0-9_-]{43}$/
const longestPedalSeconds = 3600
const defaultSpeedMetersPerSecond = 5
const defaultWatts = 100

/** Simulated exercise bikes that report to their operator's server. */
export function bindBikes(router: Router, world: World): void {
  router.get('/_sim/bikes', (ctx) => {
    const bikes = world.bikes.list().map((bike) => bike.view())
    ctx.vary('Accept')
    if (ctx.accepts('json', 'html') === 'html') {
      ctx.type = 'html'
      ctx.body = bikesPage(bikes, world.currentPerson?.name)
    } else ctx.body = bikes
  })

  router.post('/_sim/bikes', async (ctx) => {
    const registration = readRegistration(readFields(ctx))
    const bike = world.bikes.insert(registration)
    if (bike === undefined) throw new AdminError(409, `"${registration.id}" is taken`)
    await bike.report()
    ctx.status = 201
    ctx.body = bike.view()
  })

  router.post('/_sim/bikes/:id/pedal', async (ctx) => {
    const bike = readBike(ctx.params.id, world)
    const fields = readFields(ctx)
    const seconds = fields.integer('seconds', 1)
    if (seconds > longestPedalSeconds) throw new AdminError(400, `"seconds" must be at most ${longestPedalSeconds}`)
    const pedalled = await bike.pedal({
      seconds,
      speedMetersPerSecond: fields.optionalNumber('speedMetersPerSecond', 0) ?? defaultSpeedMetersPerSecond,
      watts: fields.optionalNumber('watts', 0) ?? defaultWatts,
    })
    ctx.body = { pedalled, ...bike.view() }
  })

  router.post('/_sim/bikes/:id/repeat', async (ctx) => {
    const bike = readBike(ctx.params.id, world)
    await bike.repeat()
    ctx.body = bike.view()
  })

  router.post('/_sim/bikes/:id/offline', async (ctx) => {
    const bike = readBike(ctx.params.id, world)
    await bike.setOffline(readFields(ctx).flag('offline'))
    ctx.body = bike.view()
  })
}

function readRegistration(fields: Fields): BikeRegistration {
  const [key, reportUrl, scanUrl] = [fields.text('key'), fields.text('reportUrl'), fields.optionalText('scanUrl')]
  if (!keyPattern.test(key)) throw new AdminError(400, '"key" must be 32 bytes in base64url')
  if (!isWebAddress(reportUrl)) throw new AdminError(400, '"reportUrl" must be an http address')
  if (scanUrl !== undefined && !isWebAddress(scanUrl)) throw new AdminError(400, '"scanUrl" must be an http address')
  return {
    id: fields.text('id'),
    number: fields.integer('number', 1),
    key: Buffer.from(key, 'base64url'),
    reportUrl,
    code: fields.text('code'),
    scanUrl,
  }
}

const isWebAddress = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)

function readBike(id: string | undefined, world: World): Bike {
  const bike = world.bikes.find(id ?? '')
  if (bike !== undefined) return bike
  throw new AdminError(404, `no bike "${id}"; POST /_sim/bikes registers one`)
}
