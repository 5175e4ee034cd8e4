import type * as z from 'zod'
import { AppError } from '../domain/app-error.ts'

/** The query as declared. Throws `request.invalid` for a value that is repeated, foreign or does not fit. */
export function parseQuery<T>(schema: z.ZodType<T>, query: unknown): T {
  const parsed = schema.safeParse(query)
  if (parsed.success) return parsed.data
  const names = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  throw new AppError('request.invalid', { detail: `the query does not fit: ${names.join('; ')}` })
}
