import type { Clock } from '../state/clock.ts'
import { type Bike, type BikeRegistration, createBike } from './bike.ts'

export interface Bikes {
  list(): Bike[]
  find(id: string): Bike | undefined
  /** `undefined` when the id is taken. */
  insert(registration: BikeRegistration): Bike | undefined
  /** Removes all bikes, which stops their reports. */
  clear(): void
}

/** The registered bikes, each of which sends a heartbeat every 20 seconds. */
export function createBikes(clock: Clock, heartbeatMs = 20_000): Bikes {
  const byId = new Map<string, Bike>()
  let heart: NodeJS.Timeout | undefined

  function beat(): void {
    for (const bike of byId.values()) void bike.report()
  }

  return {
    list: () => [...byId.values()],
    find: (id) => byId.get(id),
    insert(registration) {
      if (byId.has(registration.id)) return undefined
      const bike = createBike(registration, clock)
      byId.set(registration.id, bike)
      heart ??= setInterval(beat, heartbeatMs).unref()
      return bike
    },
    clear() {
      byId.clear()
      clearInterval(heart)
      heart = undefined
    },
  }
}
