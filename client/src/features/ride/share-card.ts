import type { Ride } from '@trailpass/shared'
import { t } from '../../messages'
import { duration } from '../../messages/format'
import type { CardWords } from '../../platform/share/types'
import { liveKilometers } from './figures'
import { rideWords } from './words'

/** Shared cards link to the home page, marked as shared, without any id of the sender. */
export const sharedPage = 'pages/home/index?entry=share'

export function cardTitle({ device, distanceMeters }: Ride): string {
  return rideWords('card_title', { trail: device.trailName, distance: liveKilometers(distanceMeters) })
}

export function cardWords({ device, distanceMeters, movingSeconds }: Ride): CardWords {
  return {
    figure: liveKilometers(distanceMeters),
    unit: t('unit.km'),
    caption: `${device.trailName} · ${duration(movingSeconds)}`,
    brand: t('app.name'),
  }
}
