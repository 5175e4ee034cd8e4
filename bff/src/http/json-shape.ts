import { AppError } from '../domain/app-error.ts'

const maxDepth = 20
/** Keys by which a value could reach into the objects that handle it. */
export const hostileKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * Rejects input that no contract needs, before anything interprets it: nesting deeper than 20, keys that could reach an
 * object's prototype, and NUL, which PostgreSQL cannot store. Throws `request.invalid`.
 */
export function checkJsonShape(value: unknown, depth = 1): void {
  const invalid = (detail: string) => new AppError('request.invalid', { detail })
  if (typeof value === 'string' && value.includes('\0')) throw invalid('a text holds a NUL')
  if (typeof value !== 'object' || value === null) return
  if (depth > maxDepth) throw invalid(`the body is nested deeper than ${maxDepth}`)
  for (const [key, child] of Object.entries(value)) {
    if (hostileKeys.has(key)) throw invalid('a key of the body is not allowed')
    checkJsonShape(child, depth + 1)
  }
}
