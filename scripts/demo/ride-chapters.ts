import { getSportSummary, listRides, type RideList, type SportSummary } from '@trailpass/shared'
import type { MiniProgramHost } from '@trailpass/simulator/hosts/node'
import { callBff } from '../../e2e/support/call-bff.ts'
import { simulatedBike } from '../../e2e/support/simulated-bike.ts'
import { readStoredSession } from '../../e2e/support/stored-session.ts'
import type { Scene } from './mini-program-chapters.ts'

export async function playScan({ stack, transcript }: Scene, phone: MiniProgramHost): Promise<void> {
  transcript.chapter('She scans bike 1 with WeChat, and is not registered')
  phone.hide()
  phone.show(simulatedBike(stack, 1).scanned)
  await phone.waitFor(() => phone.text().includes('1 号车'))
  await phone.settle()
  transcript.screen('home', phone.text())

  phone.tap('start-ride')
  await phone.waitFor(() => phone.has('agree'))
  await phone.settle()
  const toast = JSON.stringify(phone.toasts.at(-1))
  transcript.check('pressing without the tick says 「请勾选相关条款」', toast.includes('请勾选相关条款'), toast)
  transcript.check('and sends nothing', readStoredSession(phone.storage)?.user.registered === false)
}

export async function playRide({ stack, transcript }: Scene, phone: MiniProgramHost): Promise<void> {
  transcript.chapter('She rides, and the bike loses its line on the way')
  const bike = simulatedBike(stack, 1)
  phone.tap('start-ride')
  await phone.waitFor(() => phone.has('ride-distance'))
  await bike.pedal(240)
  await phone.waitFor(() => phone.text().includes('1.20'))
  await phone.settle()
  transcript.screen('ride, after four minutes', phone.text())
  await bike.repeat()
  await bike.cutLine()
  await bike.pedal(60)

  // As long as a finger rests on it to end a ride.
  phone.fire('finish-ride', 'touchstart')
  await phone.waitFor(() => phone.has('ride-summary'))
  await phone.settle()
  transcript.screen('the ride is over', phone.text())
  await bike.mendLine()
  const [ride] = (await ask<RideList>(stack.bff.url, phone, listRides.path)).rides
  transcript.check('what the bike sent twice counts once', ride?.samplesThrough === 150, ride)
  transcript.check('and what it sent late counts too: 1500 m in 300 s', ride?.distanceMeters === 1500, ride)

  phone.tap('ride-done')
  await phone.waitFor(() => phone.page?.route === 'pages/home/index' && phone.text().includes('1.5'))
  await phone.settle()
  transcript.screen('home', phone.text())
  const { totals } = await ask<SportSummary>(stack.bff.url, phone, `${getSportSummary.path}?range=today`)
  transcript.check('her ring has moved', totals.distanceMeters === 1500 && totals.rides === 1, totals)
}

async function ask<Answer>(url: string, phone: MiniProgramHost, path: string): Promise<Answer> {
  const token = readStoredSession(phone.storage)?.token ?? null
  return (await callBff<Answer>(url, 'GET', path, { token })).body
}
