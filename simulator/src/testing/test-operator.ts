import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'
import type { RideSample } from '../bikes/ride-sample.ts'

/** The registration data of a test's bikes. */
export const testKey = Buffer.alloc(32, 7)

interface Received {
  rideId: string | undefined
  samples: RideSample[]
  time: number
  isSigned: boolean
}

/** Where bikes report to in a test: keeps every report and answers with the ride that the test has set. */
export async function startTestOperator() {
  const reports: Received[] = []
  const operator = {
    reportUrl: '',
    ride: null as { id: string; nextSequence: number } | null,
    /** Returned instead of the ride. */
    failure: undefined as { status: number; body: string } | undefined,
    reports,
    /** Sequence numbers, report by report, without the heartbeats. */
    sequences: () => reports.filter(({ samples }) => samples.length > 0).map(({ samples }) => samples.map(sequenceOf)),
    heartbeats: () => reports.filter(({ samples }) => samples.length === 0).length,
  }

  const server = createServer(async (request, response) => {
    const body = await text(request)
    const time = request.headers['trailpass-device-time']
    const signature = createHmac('sha256', testKey).update(`${time}.${body}`).digest('base64url')
    const { rideId, samples } = JSON.parse(body) as { rideId?: string; samples: RideSample[] }
    reports.push({
      rideId,
      samples,
      time: Number(time),
      isSigned: request.headers['trailpass-device-signature'] === signature,
    })
    if (operator.ride !== null && operator.ride.id === rideId) {
      operator.ride.nextSequence = Math.max(operator.ride.nextSequence, ...samples.map((one) => one.sequence + 1))
    }
    response.statusCode = operator.failure?.status ?? 200
    response.end(operator.failure?.body ?? JSON.stringify({ ride: operator.ride }))
  }).listen(0, '127.0.0.1')
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  await once(server, 'listening')
  operator.reportUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/devices/bike-1/reports`
  return operator
}

const sequenceOf = ({ sequence }: RideSample): number => sequence
