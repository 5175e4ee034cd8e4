import type { Clock } from '../state/clock.ts'
import { inTurn } from './in-turn.ts'
import { type Effort, measure, type RideSample, type Totals, totalsOf } from './ride-sample.ts'
import { type Report, type ReportedRide, ReportFailed, type ReportLine, sendReport } from './send-report.ts'

export interface BikeRegistration extends ReportLine {
  /** The device id that the server gave it. */
  id: string
  /** The number painted on it. */
  number: number
  /** Its printed device code. */
  code: string
  /** The address that a phone opens after scanning the code. */
  scanUrl: string | undefined
}

/** The public view of a bike: everything except its key. */
export interface BikeView extends Omit<BikeRegistration, 'key' | 'scanUrl'> {
  scanUrl: string | null
  offline: boolean
  /** As last reported by the server. */
  ride: ReportedRide | null
  /** Totals of the active or latest ride. */
  measured: Totals
  /** The number of samples, of this and earlier rides, that the server has not confirmed. */
  undelivered: number
  /** Why the last report failed. */
  problem: string | null
}

/** A bike with sensors, a key and a connection to its operator's server. Its actions are serialized. */
export interface Bike {
  view(): BikeView
  /** Sends everything undelivered, or a heartbeat. */
  report(): Promise<void>
  /** Nothing is measured without a ride. */
  pedal(effort: Effort): Promise<Totals>
  /** Sends every sample of the ride again, newest first, as an unreliable connection may. */
  repeat(): Promise<void>
  setOffline(offline: boolean): Promise<void>
}

const samplesPerReport = 100

export function createBike({ key, ...registration }: BikeRegistration, clock: Clock): Bike {
  const line: ReportLine = { reportUrl: registration.reportUrl, key }
  const queue = inTurn()
  let offline = false
  let ride: ReportedRide | null = null
  let measuredRideId: string | undefined
  let measured: RideSample[] = []
  let undelivered: { rideId: string; sample: RideSample }[] = []
  let problem: string | null = null

  async function exchange(report: Report): Promise<void> {
    ride = await sendReport(line, report, clock)
    if (ride === null || ride.id === measuredRideId) return
    measuredRideId = ride.id
    measured = []
  }

  const heartbeat = () => exchange({ samples: [] })

  async function deliver(): Promise<void> {
    for (let first = undelivered[0]; first !== undefined; first = undelivered[0]) {
      const { rideId } = first
      const end = undelivered.findIndex((other) => other.rideId !== rideId)
      const batch = undelivered.slice(0, Math.min(end < 0 ? undelivered.length : end, samplesPerReport))
      await exchange({ rideId, samples: batch.map(({ sample }) => sample) })
      undelivered = undelivered.slice(batch.length)
    }
  }

  async function online(send: () => Promise<void>): Promise<void> {
    if (offline) return
    try {
      await send()
      problem = null
    } catch (error) {
      if (!(error instanceof ReportFailed)) throw error
      problem = error.message
    }
  }

  const report = () => online(undelivered.length > 0 ? deliver : heartbeat)

  return {
    view: () => ({
      ...registration,
      scanUrl: registration.scanUrl ?? null,
      offline,
      ride,
      measured: totalsOf(measured),
      undelivered: undelivered.length,
      problem,
    }),
    report: () => queue(report),
    pedal: (effort) =>
      queue(async () => {
        await report()
        if (ride === null) return totalsOf([])
        const { id: rideId, nextSequence } = ride
        const samples = measure(effort, Math.max(nextSequence, (measured.at(-1)?.sequence ?? -1) + 1))
        measured.push(...samples)
        undelivered.push(...samples.map((sample) => ({ rideId, sample })))
        await online(deliver)
        return totalsOf(samples)
      }),
    repeat: () =>
      queue(() =>
        online(async () => {
          if (measuredRideId === undefined) return
          const [rideId, backwards] = [measuredRideId, measured.toReversed()]
          for (let sent = 0; sent < backwards.length; sent += samplesPerReport) {
            await exchange({ rideId, samples: backwards.slice(sent, sent + samplesPerReport) })
          }
        }),
      ),
    setOffline: (value) =>
      queue(() => {
        offline = value
        return report()
      }),
  }
}
