import { AppError } from '../domain/app-error.ts'

const maxDepth = 20
/** Keys by which a value could reach into the objects that handle it. */
export const hostileKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * Refuses what no contract asks for, before anything looks at it: nesting beyond 20, keys that name an object's own
 * workings, and NUL, which PostgreSQL cannot keep. Throws `request.invalid`.
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
