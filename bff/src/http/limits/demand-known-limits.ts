import { ConfigError } from '../../config/config.ts'
import type { BoundOperation } from '../bind-endpoint.ts'
import type { LimitTable } from './limit-table.ts'

/** What is counted beside single operations. */
const others = new Set(['everything', 'secretPage'])

/** Throws ConfigError for a limit of `RATE_LIMITS` that would limit nothing: one of no operation, or of no session. */
export function demandKnownLimits(table: LimitTable, operations: readonly BoundOperation[]): void {
  const faults = Object.entries(table).flatMap(([name, { session }]) => {
    if (others.has(name)) return []
    const operation = operations.find(({ endpoint }) => endpoint.id === name)
    if (!operation) return [`RATE_LIMITS: there is no operation ${name}`]
    return session && operation.auth === 'none' ? [`RATE_LIMITS: ${name} has no session to count by`] : []
  })
  if (faults.length > 0) throw new ConfigError(faults)
}
