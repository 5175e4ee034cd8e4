import type { Clock } from '../state/clock.ts'
import { inTurn } from './in-turn.ts'
import { type Effort, measure, type RideSample, type Totals, totalsOf } from './ride-sample.ts'
import { type ReportedRide, ReportFailed, type ReportLine, sendReport } from './send-report.ts'

export interface BikeRegistration extends ReportLine {
  /** The device id that the server gave it. */
  id: string
  /** What is painted on it. */
  number: number
  /** Its printed device code. */
  code: string
  /** Opens the product as a phone does that scanned the code. */
  scanUrl: string | undefined
}

/** What anybody may know of a bike: all but its key. */
export interface BikeView extends Omit<BikeRegistration, 'key' | 'scanUrl'> {
  scanUrl: string | null
  offline: boolean
  /** As the server last said. */
  ride: ReportedRide | null
  /** Over the ride, or the last one while there is none. */
  measured: Totals
  /** Of these, what the server has not confirmed. */
  undelivered: number
  /** Why the last report failed. */
  problem: string | null
}

/** A bike with sensors, a key and a line to its operator's server. Whatever it does is done one after the other. */
export interface Bike {
  view(): BikeView
  /** A heartbeat, and whatever has not been delivered. */
  report(): Promise<void>
  /** Nothing is measured while the bike knows of no ride. */
  pedal(effort: Effort): Promise<Totals>
  /** Sends every sample of the ride once more, the newest first, as a bad line may. */
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
  let delivered = 0
  let problem: string | null = null

  async function exchange(samples: readonly RideSample[]): Promise<void> {
    ride = await sendReport(line, samples, clock)
    if (ride === null || ride.id === measuredRideId) return
    measuredRideId = ride.id
    measured = []
    delivered = 0
  }

  const heartbeat = () => exchange([])

  async function deliver(): Promise<void> {
    while (delivered < measured.length) {
      const batch = measured.slice(delivered, delivered + samplesPerReport)
      await exchange(batch)
      if (measured.length > 0) delivered += batch.length
    }
  }

  async function online(...steps: (() => Promise<void>)[]): Promise<void> {
    if (offline) return
    try {
      for (const step of steps) await step()
      problem = null
    } catch (error) {
      if (!(error instanceof ReportFailed)) throw error
      problem = error.message
    }
  }

  // The heartbeat comes first: samples kept from a ride must not reach one that began meanwhile.
  const report = () => online(heartbeat, deliver)

  return {
    view: () => ({
      ...registration,
      scanUrl: registration.scanUrl ?? null,
      offline,
      ride,
      measured: totalsOf(measured),
      undelivered: measured.length - delivered,
      problem,
    }),
    report: () => queue(report),
    pedal: (effort) =>
      queue(async () => {
        await report()
        if (ride === null) return totalsOf([])
        const next = measured.at(-1)?.sequence ?? -1
        const samples = measure(effort, Math.max(ride.nextSequence, next + 1))
        measured.push(...samples)
        await online(deliver)
        return totalsOf(samples)
      }),
    repeat: () =>
      queue(() =>
        online(async () => {
          const backwards = measured.toReversed()
          for (let sent = 0; sent < backwards.length; sent += samplesPerReport) {
            await exchange(backwards.slice(sent, sent + samplesPerReport))
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
