import { ConfigError } from '../../config/config.ts'
import type { BoundOperation } from '../bind-endpoint.ts'
import type { LimitTable } from './limit-table.ts'

/** Limits that do not belong to a single operation. */
const others = new Set(['everything', 'secretPage'])

/**
 * Throws ConfigError for an entry of `RATE_LIMITS` without effect: of an unknown operation, or per session for an
 * operation without one.
 */
export function demandKnownLimits(table: LimitTable, operations: readonly BoundOperation[]): void {
  const faults = Object.entries(table).flatMap(([name, { session }]) => {
    if (others.has(name)) return []
    const operation = operations.find(({ endpoint }) => endpoint.id === name)
    if (!operation) return [`RATE_LIMITS: there is no operation ${name}`]
    return session && operation.auth === 'none' ? [`RATE_LIMITS: ${name} has no session to count by`] : []
  })
  if (faults.length > 0) throw new ConfigError(faults)
}
