import type { Device, Ride } from '@trailpass/shared'
import type { DeviceRecord } from '../domain/device.ts'
import { energyKcal, type RideRecord } from '../domain/ride.ts'

export const presentDevice = ({ id, number, trailId, trailName }: DeviceRecord): Device => ({
  id,
  number,
  trailId,
  trailName,
})

export function presentRide(ride: RideRecord, device: DeviceRecord): Ride {
  return {
    id: ride.id,
    device: presentDevice(device),
    state: ride.state,
    startedAt: ride.startedAt.toISOString(),
    finishedAt: ride.finishedAt?.toISOString() ?? null,
    movingSeconds: ride.movingMs / 1000,
    distanceMeters: ride.distanceMillimeters / 1000,
    energyKcal: Math.round(energyKcal(ride) * 10) / 10,
    speedMetersPerSecond: ride.state === 'active' ? ride.newestSpeedMillimetersPerSecond / 1000 : 0,
    samplesThrough: ride.samplesThrough,
  }
}
