import { createHmac } from 'node:crypto'
import type { Clock } from '../state/clock.ts'
import type { RideSample } from './ride-sample.ts'

/** The bike's report address and signing key. */
export interface ReportLine {
  reportUrl: string
  key: Buffer
}

/** The server's active ride of the bike, and the next expected sample number. */
export interface ReportedRide {
  id: string
  nextSequence: number
}

/** The report did not arrive or was refused; the message has the reason. */
export class ReportFailed extends Error {
  override name = 'ReportFailed'
}

const timeoutMs = 5000

const signReport = (key: Buffer, time: number, body: string): string =>
  createHmac('sha256', key).update(`${time}.${body}`).digest('base64url')

export interface Report {
  /** The ride of the samples, which may not be the active one. */
  rideId?: string
  /** Empty for a heartbeat. */
  samples: readonly RideSample[]
}

/** Sends one signed report. Resolves to the server's answer. */
export async function sendReport(
  { reportUrl, key }: ReportLine,
  report: Report,
  clock: Clock,
): Promise<ReportedRide | null> {
  const body = JSON.stringify(report)
  const time = clock.now()
  const { ok, status, text } = await post(reportUrl, body, {
    'Content-Type': 'application/json',
    'Trailpass-Device-Time': String(time),
    'Trailpass-Device-Signature': signReport(key, time, body),
  })
  if (!ok) throw new ReportFailed(`the server answers ${status}: ${text.slice(0, 200)}`)
  return readRide(text)
}

async function post(url: string, body: string, headers: Record<string, string>) {
  try {
    const response = await fetch(url, { method: 'POST', body, headers, signal: AbortSignal.timeout(timeoutMs) })
    return { ok: response.ok, status: response.status, text: await response.text() }
  } catch (error) {
    const { cause, message } = error as Error
    throw new ReportFailed(`the server does not answer (${(cause as NodeJS.ErrnoException)?.code ?? message})`)
  }
}

function readRide(text: string): ReportedRide | null {
  try {
    const { ride } = JSON.parse(text) as { ride: ReportedRide | null }
    if (ride === null) return null
    if (typeof ride.id === 'string' && Number.isSafeInteger(ride.nextSequence)) return ride
  } catch {
    // Reported below.
  }
  throw new ReportFailed(`the server's answer makes no sense: ${text.slice(0, 200)}`)
}
