import { AppError } from '../../domain/app-error.ts'
import type { CounterStore, Share } from '../../ports/counter-store.ts'
import { addressGroup } from './address-group.ts'
import type { LimitScope, LimitTable } from './limit-table.ts'

/** Counts a request against the caller's limits. Throws `rate_limit.exceeded` with the time to wait. */
export interface OperationLimits {
  /** `operation` is an operation's id, or `everything`. */
  byAddress(operation: string, address: string): Promise<void>
  /** Counts all requests per session, and one operation per person, so that logging in again does not reset the limit. */
  bySession(operation: string, caller: { personId: string; tokenHash: string }): Promise<void>
}

export function createOperationLimits(deps: {
  counters: CounterStore
  table: LimitTable
  factor: number
}): OperationLimits {
  const { counters, table, factor } = deps
  const shares = { address: scaleShares(table, 'address', factor), session: scaleShares(table, 'session', factor) }

  async function take(operation: string, scope: LimitScope, who: string): Promise<void> {
    const share = shares[scope].get(operation)
    if (!share) return
    const { refused } = await counters.take(`${operation}.${scope}:${who}`, share)
    if (refused) throw new AppError('rate_limit.exceeded', refused)
  }

  return {
    byAddress: (operation, address) => take(operation, 'address', addressGroup(address)),
    async bySession(operation, { personId, tokenHash }) {
      // In parallel, so that shared counters are updated in one round trip.
      await Promise.all([take('everything', 'session', tokenHash), take(operation, 'session', personId)])
    },
  }
}

function scaleShares(table: LimitTable, scope: LimitScope, factor: number): ReadonlyMap<string, Share> {
  const scaled = Object.entries(table).flatMap(([operation, { [scope]: share }]) =>
    share ? [[operation, { ...share, count: Math.ceil(share.count * factor) }] as const] : [],
  )
  return new Map(scaled)
}
