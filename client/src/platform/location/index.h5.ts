import { permissionPatienceMs, withinPatience } from '../within-patience'
import type { Position, Positioning } from './types'

const permissionDenied = 1

const obtain = () =>
  new Promise<Position>((resolve, reject) => {
    navigator.geolocation.getCurrentPosition(({ coords }) => resolve(coords), reject, { timeout: permissionPatienceMs })
  })

export const positioning: Positioning = {
  async locate() {
    try {
      // A browser speaks WGS-84, in China up to 700 m beside GCJ-02: good for a rough place, so it is called one.
      const { latitude, longitude } = await withinPatience(obtain(), permissionPatienceMs)
      return { kind: 'fuzzy', latitude, longitude }
    } catch (failure) {
      const isRefusal = (failure as Partial<GeolocationPositionError>).code === permissionDenied
      return { kind: isRefusal ? 'denied' : 'unavailable' }
    }
  },

  async isGranted() {
    try {
      return (await navigator.permissions.query({ name: 'geolocation' })).state === 'granted'
    } catch {
      return false
    }
  },
}
