import { expect, it } from 'vitest'
import { createMemoryCounterStore } from '../../adapters/memory/memory-counter-store.ts'
import { createOperationLimits } from './operation-limits.ts'

const open = (factor = 1) =>
  createOperationLimits({
    counters: createMemoryCounterStore(),
    factor,
    table: {
      everything: { session: { count: 3, perSeconds: 60 } },
      read: { address: { count: 2, perSeconds: 60 }, session: { count: 2, perSeconds: 60 } },
    },
  })
const refusal = { code: 'rate_limit.exceeded', options: { retryAfterMs: expect.any(Number) } }

it('refuses an address beyond its share, says when to come back, and leaves the others alone', async () => {
  const limits = open()
  for (const address of ['2001:db8::1', '2001:db8::2', '10.0.0.1']) await limits.byAddress('read', address)
  await expect(limits.byAddress('read', '2001:db8:0:0:ffff::')).rejects.toMatchObject(refusal)
  await limits.byAddress('read', '10.0.0.1')
  await limits.byAddress('write', '2001:db8::1')
})

it('counts a session per operation and over all of them', async () => {
  const limits = open()
  for (const operation of ['read', 'read', 'write']) await limits.bySession(operation, 's1')
  await expect(limits.bySession('write', 's1')).rejects.toMatchObject(refusal)
  for (const _ of [1, 2]) await limits.bySession('read', 's2')
  await expect(limits.bySession('read', 's2')).rejects.toMatchObject(refusal)
})

it('allows as much more as the factor says', async () => {
  const limits = open(1.5)
  for (const _ of [1, 2, 3]) await limits.byAddress('read', '10.0.0.1')
  await expect(limits.byAddress('read', '10.0.0.1')).rejects.toMatchObject(refusal)
})
