import { AppError } from '../../domain/app-error.ts'
import type { CounterStore } from '../../ports/counter-store.ts'
import { addressGroup } from './address-group.ts'
import type { LimitScope, LimitTable } from './limit-table.ts'

/** Takes a request from the shares of who makes it. Throws `rate_limit.exceeded` with the time to wait. */
export interface OperationLimits {
  /** `operation` is an operation's id, or `everything`. */
  byAddress(operation: string, address: string): Promise<void>
  bySession(operation: string, tokenHash: string): Promise<void>
}

export function createOperationLimits(deps: {
  counters: CounterStore
  table: LimitTable
  factor: number
}): OperationLimits {
  const { counters, table, factor } = deps

  async function take(operation: string, scope: LimitScope, who: string): Promise<void> {
    const share = table[operation]?.[scope]
    if (!share) return
    const scaled = { ...share, count: Math.ceil(share.count * factor) }
    const { refused } = await counters.take(`${operation}.${scope}:${who}`, scaled)
    if (refused) throw new AppError('rate_limit.exceeded', refused)
  }

  return {
    byAddress: (operation, address) => take(operation, 'address', addressGroup(address)),
    async bySession(operation, tokenHash) {
      // Together, so that they travel together where counters are shared.
      await Promise.all([take('everything', 'session', tokenHash), take(operation, 'session', tokenHash)])
    },
  }
}
