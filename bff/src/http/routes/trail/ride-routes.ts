import {
  addRideSamples,
  deviceSignatureHeader,
  deviceTimeHeader,
  finishRide,
  getCurrentRide,
  listRides,
  reportDevice,
  scanDevice,
  startRide,
} from '@trailpass/shared'
import {
  currentRideSchema,
  deviceReportAnswerSchema,
  deviceReportSchema,
  rideListSchema,
  rideSamplesRequestSchema,
  rideSchema,
  scanRequestSchema,
  scanResponseSchema,
  startRideRequestSchema,
} from '@trailpass/shared/schemas'
import * as z from 'zod'
import type { DeviceReportService } from '../../../services/trail/device-report-service.ts'
import type { RideService } from '../../../services/trail/ride-service.ts'
import type { ScanService } from '../../../services/trail/scan-service.ts'
import type { BindEndpoint } from '../../bind-endpoint.ts'

/** Scanning, riding, and what bikes report. */
export function bindRideRoutes(
  bind: BindEndpoint,
  { scans, rides, reports }: { scans: ScanService; rides: RideService; reports: DeviceReportService },
): void {
  bind(scanDevice, {
    summary: 'Report a scanned bike',
    auth: 'session',
    request: scanRequestSchema,
    response: scanResponseSchema,
    problems: [
      'device.code_forged',
      'device.unknown',
      'device.revoked',
      'device.other_trail',
      'device.code_expired',
      'device.offline',
      'device.occupied',
    ],
    handle: ({ caller, body }) => scans.scan(caller, body),
  })

  bind(startRide, {
    summary: 'Start a ride from a scan; the same intent returns the same ride',
    auth: 'session',
    request: startRideRequestSchema,
    response: rideSchema,
    problems: [
      'registration.required',
      'ride.intent_expired',
      'ride.already_active',
      'device.occupied',
      'device.revoked',
    ],
    handle: ({ caller, body }) => rides.start(caller, body.intentId),
  })

  bind(getCurrentRide, {
    summary: 'Get the active ride',
    auth: 'session',
    request: null,
    response: currentRideSchema,
    handle: ({ caller }) => rides.findCurrent(caller),
  })

  bind(listRides, {
    summary: 'List rides, newest first',
    auth: 'session',
    request: null,
    response: rideListSchema,
    query: z.strictObject({ before: z.string().min(1).max(64).optional() }),
    handle: ({ caller, query }) => rides.list(caller, query.before),
  })

  bind(addRideSamples, {
    summary: 'Add measured samples; each counts once, in any order',
    auth: 'session',
    request: rideSamplesRequestSchema,
    response: rideSchema,
    problems: ['ride.unknown'],
    handle: ({ caller, body, id }) => rides.addSamples(caller, id, body.samples),
  })

  bind(finishRide, {
    summary: 'End the ride; idempotent',
    auth: 'session',
    request: null,
    response: rideSchema,
    problems: ['ride.unknown'],
    handle: ({ caller, id }) => rides.finish(caller, id),
  })

  bind(reportDevice, {
    summary: 'Receive a bike’s report, signed with its key',
    auth: 'none',
    request: deviceReportSchema,
    response: deviceReportAnswerSchema,
    headers: {
      [deviceTimeHeader]: 'When it was signed, in milliseconds of Unix time; five minutes off at the most',
      [deviceSignatureHeader]: 'HMAC-SHA256 with the key of the bike over time, a dot and the body, in base64url',
    },
    problems: ['device.unknown', 'device.revoked'],
    async handle({ body, id, ctx }) {
      reports.verify(id, {
        time: ctx.get(deviceTimeHeader),
        body: ctx.request.rawBody ?? '',
        signature: ctx.get(deviceSignatureHeader),
      })
      return reports.report(id, body)
    },
  })
}
