import { contractVersion, type ProblemError } from '@trailpass/shared'
import type * as z from 'zod'
import { AppError, type AppErrorOptions } from '../domain/app-error.ts'

type Issue = z.core.$ZodIssue

/**
 * Validates a request body. An unknown field is an error, unless the client uses a newer contract; then it is dropped.
 * Throws `request.invalid` with a pointer to each fault; values are never repeated.
 */
export function parseBody<T>(schema: z.ZodType<T>, body: unknown, contract: number): T {
  return parseRequest(schema, body, contract, (issues) => ({ errors: issues.flatMap(toProblemErrors) }))
}

/** Parses the query likewise. Throws `request.invalid` for a repeated, unknown or invalid parameter. */
export function parseQuery<T>(schema: z.ZodType<T>, query: unknown, contract: number): T {
  return parseRequest(schema, query, contract, (issues) => {
    const names = issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
    return { detail: `the query does not fit: ${names.join('; ')}` }
  })
}

function parseRequest<T>(
  schema: z.ZodType<T>,
  value: unknown,
  contract: number,
  describe: (issues: readonly Issue[]) => AppErrorOptions,
): T {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const { issues } = parsed.error
  if (contract > contractVersion && issues.some(isUnknownField)) {
    return parseRequest(schema, withoutUnknownFields(value, issues), contract, describe)
  }
  throw new AppError('request.invalid', describe(issues))
}

/** Strips undeclared fields from a response. Throws a ZodError for any other mismatch. */
export function parseAnswer<T>(schema: z.ZodType<T>, answer: unknown): T {
  const parsed = schema.safeParse(answer)
  if (parsed.success) return parsed.data
  const { issues } = parsed.error
  if (!issues.every(isUnknownField)) throw parsed.error
  return schema.parse(withoutUnknownFields(answer, issues))
}

const isUnknownField = (issue: Issue) => issue.code === 'unrecognized_keys'

function withoutUnknownFields(body: unknown, issues: readonly Issue[]): unknown {
  const copy = structuredClone(body)
  for (const issue of issues) {
    if (issue.code !== 'unrecognized_keys') continue
    const owner = issue.path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown>)[key], copy)
    for (const key of issue.keys) delete (owner as Record<string, unknown>)[key]
  }
  return copy
}

function toProblemErrors(issue: Issue): ProblemError[] {
  const at = (path: readonly PropertyKey[]) =>
    path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
  if (issue.code !== 'unrecognized_keys') return [{ pointer: at(issue.path), detail: issue.message }]
  return issue.keys.map((key) => ({ pointer: at([...issue.path, key.slice(0, 64)]), detail: 'is not in the contract' }))
}
