import type * as z from 'zod'
import { AppError } from '../domain/app-error.ts'

/** Validates the query. Throws `request.invalid` for repeated, unknown or invalid parameters. */
export function parseQuery<T>(schema: z.ZodType<T>, query: unknown): T {
  const parsed = schema.safeParse(query)
  if (parsed.success) return parsed.data
  const names = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  throw new AppError('request.invalid', { detail: `the query does not fit: ${names.join('; ')}` })
}
