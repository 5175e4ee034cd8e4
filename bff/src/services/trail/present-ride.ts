import type { Device, ErrorCode, Ride } from '@trailpass/shared'
import { AppError } from '../../domain/app-error.ts'
import type { DeviceRecord } from '../../domain/trail/device.ts'
import { energyKcal, type RideRecord } from '../../domain/trail/ride.ts'

export const presentDevice = ({ id, number, trailId, trailName }: DeviceRecord): Device => ({
  id,
  number,
  trailId,
  trailName,
})

/** The error for a bike that cannot be ridden, with the bike's details. */
export const refusal = (code: ErrorCode, device: DeviceRecord | undefined): AppError =>
  new AppError(code, device && { device: { number: device.number, trailName: device.trailName } })

/** `device`: the bike as it was on the ride's trail. */
export function presentRide(ride: RideRecord, device: Device): Ride {
  return {
    id: ride.id,
    device,
    state: ride.state,
    startedAt: ride.startedAt.toISOString(),
    finishedAt: ride.finishedAt?.toISOString() ?? null,
    movingSeconds: ride.movingMs / 1000,
    distanceMeters: ride.distanceMillimeters / 1000,
    energyKcal: Math.round(energyKcal(ride) * 10) / 10,
    speedMetersPerSecond: ride.state === 'active' ? ride.newestSpeedMillimetersPerSecond / 1000 : 0,
    samplesThrough: ride.samplesThrough,
    ranking: ride.ranking && { period: 'week', ...ride.ranking },
  }
}
