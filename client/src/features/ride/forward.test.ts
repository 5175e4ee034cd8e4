import type { Ride } from '@trailpass/shared'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { exampleRide } from '../../../test/example-ride'
import { forward } from './forward'

const rides = fc
  .record({
    distanceMeters: fc.nat(),
    movingSeconds: fc.nat(),
    energyKcal: fc.nat(),
    samplesThrough: fc.nat(),
    state: fc.constantFrom<Ride['state']>('active', 'finished'),
  })
  .map((figures): Ride => ({ ...exampleRide, ...figures }))

it('never goes backwards, in whatever order answers come', () => {
  fc.assert(
    fc.property(fc.array(rides, { minLength: 1 }), (answers) => {
      let shown = exampleRide
      for (const answer of answers) {
        const next = forward(shown, answer)
        for (const key of ['distanceMeters', 'movingSeconds', 'energyKcal', 'samplesThrough'] as const) {
          expect(next[key]).toBe(Math.max(shown[key], answer[key]))
        }
        if (shown.state === 'finished') expect(next.state).toBe('finished')
        shown = next
      }
    }),
  )
})
