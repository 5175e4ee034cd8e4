import type { MiniProgramHost } from '@trailpass/simulator/hosts/node'
import { createPhone } from '../../../e2e/support/phone.ts'
import { registerOn } from '../../../e2e/support/register-on.ts'
import { createPerson } from '../../../e2e/support/rider.ts'
import { simulatedBike } from '../../../e2e/support/simulated-bike.ts'
import { type Stack, startStack } from '../../../e2e/support/stack.ts'
import { ensureBuilt } from '../../../scripts/build/ensure-built.ts'
import { type Measurement, type Row, toFigure } from '../findings.ts'
import { seesHome } from './sees-home.ts'

const runs = 3

interface Sent {
  calls: number
  bytes: number
}

/** Takes a phone through a journey; what was sent to the screen before it does not count. */
type Journey = (stack: Stack) => Promise<Sent>

const journeys: Record<string, Journey> = { home, ride, profile }

/** What the mini program sends from its logic to its screen: the price of a change in every mini program. */
export const clientJourneys: Measurement = {
  name: 'client.journeys',
  async measure() {
    for (const target of ['bff', 'weapp'] as const) await ensureBuilt(target)
    const stack = await startStack({ LOG_LEVEL: 'warn' })
    try {
      const rows: Row[] = []
      for (const [name, journey] of Object.entries(journeys)) rows.push(...(await rowsOf(name, () => journey(stack))))
      return { rows }
    } finally {
      await stack.stop()
    }
  },
}

async function rowsOf(name: string, journey: () => Promise<Sent>): Promise<Row[]> {
  const sent: Sent[] = []
  for (let run = 0; run < runs; run++) sent.push(await journey())
  return [
    {
      name: `client.journeys.${name}.set_data_calls`,
      unit: 'calls',
      ...toFigure(sent.map(({ calls }) => calls)),
    },
    { name: `client.journeys.${name}.set_data`, unit: 'bytes', ...toFigure(sent.map(({ bytes }) => bytes)) },
  ]
}

async function sentBy(phone: MiniProgramHost, walk: () => Promise<void>): Promise<Sent> {
  const before = phone.setDatas.length
  await walk()
  await phone.settle()
  const records = phone.setDatas.slice(before)
  phone.stop()
  return { calls: records.length, bytes: records.reduce((sum, { bytes }) => sum + bytes, 0) }
}

async function home(stack: Stack): Promise<Sent> {
  const phone = createPhone(stack, await createPerson(stack))
  return sentBy(phone, async () => {
    phone.start()
    await phone.waitFor(() => seesHome(phone))
  })
}

/** A guest scans a bike, registers, rides a hundred metres and ends the ride. */
async function ride(stack: Stack): Promise<Sent> {
  const bike = simulatedBike(stack, 1)
  const phone = createPhone(stack, await createPerson(stack))
  const shows = async (...ids: string[]) => {
    await phone.waitFor(() => ids.every((id) => phone.has(id)))
    await phone.settle()
  }
  return sentBy(phone, async () => {
    phone.start(bike.scanned)
    await shows('start-ride')
    phone.tap('start-ride')
    await shows('agree')
    phone.tap('agree')
    await phone.settle()
    phone.tap('start-ride')
    await shows('registration')
    phone.tap('submit-registration')
    await phone.waitFor(() => !phone.has('registration'))
    await phone.settle()
    phone.tap('start-ride')
    await shows('ride-distance')
    await bike.pedal(20)
    await phone.waitFor(() => phone.text().includes('0.10'))
    phone.fire('finish-ride', 'touchstart')
    await phone.waitFor(() => phone.has('ride-summary') && !phone.has('ride-pending'))
  })
}

async function profile(stack: Stack): Promise<Sent> {
  const phone = createPhone(stack, await createPerson(stack))
  await registerOn(phone, '小林')
  return sentBy(phone, async () => {
    phone.tap('open-profile')
    await phone.waitFor(() => phone.page?.route === 'pages/profile/index' && phone.has('sign-out'))
  })
}
