import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { forceRefresh } from './access-token.ts'

const dayMs = 86_400_000

it('keeps to 20 refreshes in any 24 hours and 30 seconds between two, whatever the history', () => {
  const pauses = fc.array(fc.oneof(fc.nat({ max: 60_000 }), fc.nat({ max: dayMs })), { maxLength: 300 })
  fc.assert(
    fc.property(pauses, (pauses) => {
      let now = Date.UTC(2026, 10, 1)
      let forcedAt: readonly Date[] = []
      const forced: number[] = []
      for (const pause of pauses) {
        now += pause
        const after = forceRefresh(forcedAt, new Date(now))
        if (!after) continue
        forced.push(now)
        forcedAt = after
      }
      for (const [index, at] of forced.entries()) {
        const next = forced[index + 1]
        if (next !== undefined) expect(next - at).toBeGreaterThanOrEqual(30_000)
        expect(forced.filter((other) => other >= at && other - at < dayMs).length).toBeLessThanOrEqual(20)
      }
    }),
  )
})

it('refuses none that the quota allows', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 30_000, max: dayMs }), { maxLength: 19 }), (pauses) => {
      let now = Date.UTC(2026, 10, 1)
      let forcedAt: readonly Date[] = []
      for (const pause of [0, ...pauses]) {
        now += pause
        forcedAt = forceRefresh(forcedAt, new Date(now)) ?? expect.unreachable('a free refresh was refused')
      }
    }),
  )
})

it('forgets what no longer counts', () => {
  let forcedAt: readonly Date[] = []
  for (let hour = 0; hour < 100; hour++) forcedAt = forceRefresh(forcedAt, new Date(hour * 3_600_000 * 2)) ?? forcedAt
  expect(forcedAt.length).toBeLessThanOrEqual(20)
})
