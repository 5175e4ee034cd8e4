import type { Measurement } from '../findings.ts'
import { h5 } from './h5.ts'
import { clientJourneys } from './journeys.ts'
import { size } from './size.ts'
import { start } from './start.ts'

export const clientMeasurements: readonly Measurement[] = [size, clientJourneys, start, h5]
