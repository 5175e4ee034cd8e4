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

it('counts a session over all operations, and a person per operation, however often they log in', async () => {
  const limits = open()
  const session = (tokenHash: string, personId = tokenHash) => ({ tokenHash, personId })
  for (const operation of ['read', 'read', 'write']) await limits.bySession(operation, session('s1'))
  await expect(limits.bySession('write', session('s1'))).rejects.toMatchObject(refusal)
  for (const token of ['s2', 's3']) await limits.bySession('read', session(token, 'lin'))
  await expect(limits.bySession('read', session('s4', 'lin'))).rejects.toMatchObject(refusal)
  await limits.bySession('write', session('s4', 'lin'))
})

it('allows as much more as the factor says', async () => {
  const limits = open(1.5)
  for (const _ of [1, 2, 3]) await limits.byAddress('read', '10.0.0.1')
  await expect(limits.byAddress('read', '10.0.0.1')).rejects.toMatchObject(refusal)
})
