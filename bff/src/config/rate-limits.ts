import type { LimitScope, LimitTable } from '../http/limits/limit-table.ts'
import { defaultLimits } from '../http/limits/limit-table.ts'

const setting = /^(?<operation>\w+)\.(?<scope>address|session)=(?<count>\d{1,9})\/(?<perSeconds>\d{1,6})$/

/**
 * Parses `createSession.address=6000/60, …` into the limit table with these entries replaced. Invalid entries are
 * rejected.
 */
export function readRateLimits(text: string): LimitTable {
  const table: Record<string, LimitTable[string]> = { ...defaultLimits }
  for (const part of text.split(',').map((each) => each.trim())) {
    if (part === '') continue
    const { operation, scope, count, perSeconds } = setting.exec(part)?.groups ?? {}
    if (operation === undefined || Number(count) === 0 || Number(perSeconds) === 0) {
      throw new Error(
        `"${part.slice(0, 64)}" is not operation.address=count/seconds or operation.session=count/seconds`,
      )
    }
    const share = { count: Number(count), perSeconds: Number(perSeconds) }
    table[operation] = { ...table[operation], [scope as LimitScope]: share }
  }
  return table
}
