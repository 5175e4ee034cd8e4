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
      // Browsers use WGS-84, which in China is up to 700 m off GCJ-02, so the location is treated as approximate.
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
