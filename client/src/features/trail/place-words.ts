import type { Trail } from '@trailpass/shared'
import { t } from '../../messages'
import { kilometers } from '../../messages/format'
import type { PlaceState } from './trail-store'

/** The distance to a trail; `undefined` if unknown. */
export function distanceWords({ distanceMeters, inRange }: Trail): string | undefined {
  if (inRange) return t('place.in_range')
  if (distanceMeters === null) return undefined
  // Rounded up, so that a remaining distance is never shown as 0.
  if (distanceMeters < 950) return t('place.away_meters', { meters: Math.ceil(distanceMeters / 10) * 10 })
  return t('place.away', { distance: kilometers(distanceMeters) })
}

/** Why there is no distance. */
export const placelessWords: Record<Exclude<PlaceState, 'placed'>, () => string> = {
  unknown: () => t('place.off'),
  denied: () => t('place.off'),
  locating: () => t('place.locating'),
  unavailable: () => t('place.unavailable'),
  unanswered: () => t('place.unanswered'),
}
