import { endpointAt, finishRide, getCurrentRide, type Ride, startRide } from '@trailpass/shared'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ApiClient } from '../../api/api-client'
import { ApiError } from '../../api/api-error'
import { type Fault, faultOf } from '../../lib/fault'
import { keep } from '../../platform/storage/kept'
import type { KeyValueStorage } from '../../platform/storage/types'
import { forward } from './forward'
import { createOutbox } from './outbox'

export interface RideState {
  /** The active ride; its figures never decrease. */
  ride: Ride | null
  /** The ride that has just ended, until it is dismissed. */
  summary: { ride: Ride; isSent: boolean } | null
  /** False until the server or the phone's storage has told whether there is a ride. */
  known: boolean
  starting: boolean
  /** The latest request has no response, or none yet. */
  weak: boolean
  /** Resolves to `null` once the ride has started, or to the error; the same intent returns the same ride. */
  start(intentId: string): Promise<Fault>
  /** Sends waiting letters, then loads the active ride. */
  load(): Promise<void>
  /** Loads only while letters are waiting. */
  catchUp(): Promise<void>
  /** Polls every two seconds until the returned function is called. */
  watch(): () => void
  /** Ends the ride locally at once; the server is notified now, or at the next opportunity. */
  finish(): Promise<void>
  putAway(): void
}

export type RideStore = StoreApi<RideState>

export interface RideDependencies {
  api: ApiClient
  storage: KeyValueStorage
  delay: (ms: number) => Promise<unknown>
  /** The person, if they may ride; otherwise `null`. */
  riderOf: () => string | null
}

const pollEveryMs = 2_000
const weakAfterMs = 5_000

export function createRideStore({ api, storage, delay, riderOf }: RideDependencies): RideStore {
  const kept = keep<{ userId: string; ride: Ride }>(
    storage,
    'trailpass.ride',
    ({ userId, ride }) => typeof userId === 'string' && typeof ride.id === 'string',
  )
  const remembered = kept.read()
  let owner = remembered?.userId ?? null
  /** Incremented when a ride starts or ends here: earlier responses are then outdated. */
  let turn = 0
  let loading: Promise<void> | undefined

  return createStore<RideState>()((set, get) => {
    const outbox = createOutbox({ storage, senderOf: riderOf, deliver: sendFinish })

    async function sendFinish(rideId: string): Promise<boolean> {
      const rider = riderOf()
      if (rider === null) return false
      try {
        settle(rideId, await api.call(endpointAt(finishRide, { id: rideId }), undefined, { as: rider }))
        return true
      } catch (error) {
        // The server has no such ride of this person: do not retry.
        if (!(error instanceof ApiError && error.code === 'ride.unknown') || riderOf() !== rider) return false
        settle(rideId)
        return true
      }
    }

    function settle(rideId: string, answer?: Ride): void {
      const { summary } = get()
      if (summary?.ride.id !== rideId) return
      set({ summary: { ride: answer ? forward(summary.ride, answer) : summary.ride, isSent: true } })
    }

    /** After a change of person, nothing of the previous one remains. */
    function meet(): void {
      if (riderOf() === owner) return
      owner = riderOf()
      turn += 1
      kept.clear()
      set({ ride: null, summary: null, known: owner === null, weak: false })
    }

    function hold(ride: Ride | null): void {
      set({ ride, known: true })
      if (ride === null || owner === null) kept.clear()
      else kept.write({ userId: owner, ride })
    }

    /** Applies the server's active ride. If it no longer reports this phone's ride, that ride has ended elsewhere. */
    async function accept(current: Ride | null): Promise<void> {
      const { ride } = get()
      const next = current === null || outbox.has(current.id) ? null : current
      if (next === null && ride !== null && !outbox.has(ride.id)) return finish()
      hold(next !== null && ride?.id === next.id ? forward(ride, next) : next)
    }

    async function ask(rider: string): Promise<void> {
      const asked = turn
      let isAnswered = false
      const late = delay(weakAfterMs).then(() => {
        if (!isAnswered && asked === turn) set({ weak: true })
      })
      void late
      try {
        const { ride } = await api.call(getCurrentRide, undefined, { as: rider })
        isAnswered = true
        meet()
        if (asked !== turn) return
        set({ weak: false })
        await accept(ride)
      } catch {
        isAnswered = true
        if (asked === turn) set({ weak: true })
      }
    }

    async function refresh(): Promise<void> {
      meet()
      const rider = owner
      if (rider === null) return hold(null)
      await outbox.drain()
      if (riderOf() === rider) await ask(rider)
      if (riderOf() !== rider) await refresh()
    }

    function load(): Promise<void> {
      meet()
      loading ??= refresh().finally(() => {
        loading = undefined
      })
      return loading
    }

    async function finish(): Promise<void> {
      const { ride } = get()
      if (ride === null || owner === null) return
      turn += 1
      outbox.add(ride.id, owner)
      hold(null)
      const ended: Ride = { ...ride, state: 'finished', speedMetersPerSecond: 0 }
      set({ summary: { ride: ended, isSent: false }, weak: false })
      await outbox.drain()
    }

    return {
      ride: remembered?.ride ?? null,
      summary: null,
      known: remembered !== null,
      starting: false,
      weak: false,
      load,
      catchUp: () => (outbox.isEmpty() ? Promise.resolve() : load()),
      finish,

      async start(intentId) {
        meet()
        const rider = owner
        set({ starting: true })
        try {
          await outbox.drain()
          const ride = await api.call(startRide, { intentId }, rider === null ? {} : { as: rider })
          // The person has changed meanwhile: the server knows whose ride it is.
          if (riderOf() !== rider) {
            await load()
            return get().ride?.id === ride.id ? null : 'session.expired'
          }
          // The same scan, after its ride has ended.
          if (ride.state === 'finished') return 'ride.intent_expired'
          turn += 1
          set({ summary: null, weak: false })
          hold(ride)
          return null
        } catch (error) {
          const fault = faultOf(error)
          if (fault === 'ride.already_active') await load()
          return fault
        } finally {
          set({ starting: false })
        }
      },

      watch() {
        let watching = true
        const run = async () => {
          while (watching) {
            const asks = get().summary === null || !outbox.isEmpty()
            await Promise.all([asks && load(), delay(pollEveryMs)])
          }
        }
        void run()
        return () => {
          watching = false
        }
      },

      putAway: () => set({ summary: null }),
    }
  })
}
