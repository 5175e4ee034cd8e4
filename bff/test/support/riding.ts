import { createHmac } from 'node:crypto'
import {
  type CurrentRide,
  type DeviceReport,
  type DeviceReportAnswer,
  deviceSignatureHeader,
  deviceTimeHeader,
  type Leaderboard,
  type LeaderboardPeriod,
  type Ride,
  type RideList,
  type RideSample,
  type ScanResponse,
  type SportRange,
  type SportSummary,
} from '@trailpass/shared'
import type { Answer } from './api.ts'
import type { Bike } from './bike-yard.ts'
import type { Stack } from './stack.ts'

/** How a report departs from one that its bike made just now. */
export interface Forgery {
  key?: Buffer
  time?: string
  /** Sent in the place of what was signed. */
  body?: unknown
  signature?: string
}

/** What riders and bikes do, each step as their own requests. */
export function createRiding({ api, clock, signIn, register }: Stack) {
  const scan = (token: string, code: string) => api<ScanResponse>('POST', '/v1/scans', { token, body: { scene: code } })
  const start = (token: string, intentId: string) => api<Ride>('POST', '/v1/rides', { token, body: { intentId } })

  return {
    scan,
    scanLink: (token: string, q: string) => api<ScanResponse>('POST', '/v1/scans', { token, body: { q } }),
    start,
    addSamples: (token: string, rideId: string, samples: readonly unknown[]) =>
      api<Ride>('POST', `/v1/rides/${rideId}/samples`, { token, body: { samples } }),
    finish: (token: string, rideId: string) => api<Ride>('POST', `/v1/rides/${rideId}/finish`, { token }),
    current: (token: string) => api<CurrentRide>('GET', '/v1/rides/current', { token }),
    list: (token: string, query = '') => api<RideList>('GET', `/v1/rides${query}`, { token }),
    summary: async (token: string, range: SportRange) =>
      (await api<SportSummary>('GET', `/v1/sport/summary?range=${range}`, { token })).body,
    ranking: (token: string, trailId: string, period: LeaderboardPeriod) =>
      api<Leaderboard>('GET', `/v1/leaderboards/${trailId}?period=${period}`, { token }),

    /** The token of somebody registered. */
    async member(user = 'alice', nickname = user): Promise<string> {
      const { token } = await signIn({ user })
      await register(token, { nickname })
      return token
    },

    /** Scans and starts, which has to succeed. */
    async ride(token: string, { code }: Bike): Promise<Ride> {
      const { body } = await scan(token, code)
      return succeed(await start(token, body.intentId))
    },

    report(bike: Bike, report: DeviceReport, forgery: Forgery = {}): Promise<Answer<DeviceReportAnswer>> {
      const { key = bike.reportKey, time = String(clock.now().getTime()), body = report } = forgery
      const signed = createHmac('sha256', key)
        .update(`${time}.${JSON.stringify(report)}`)
        .digest('base64url')
      const headers = { [deviceTimeHeader]: time, [deviceSignatureHeader]: forgery.signature ?? signed }
      return api('POST', `/v1/devices/${bike.id}/reports`, { body, headers })
    },
  }
}

export type Riding = ReturnType<typeof createRiding>

/** Ten metres in two seconds, and twelve joules a metre. */
export const sample = (sequence: number, changes: Partial<RideSample> = {}): RideSample => ({
  sequence,
  durationMs: 2000,
  distanceMeters: 10,
  workJoules: 120,
  ...changes,
})

function succeed<Body>({ status, body, text }: Answer<Body>): Body {
  if (status === 200) return body
  throw new Error(`answered ${status}: ${text}`)
}
