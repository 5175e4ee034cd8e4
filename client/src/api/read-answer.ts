import type { ProblemDevice } from '@trailpass/shared'
import { ApiError, NetworkError } from './api-error'
import type { TransportResponse } from './transport'

type JsonObject = Record<string, unknown>

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Returns the body of a successful response; throws otherwise. The contract guarantees shapes: only `object` is
 * checked.
 */
export function readAnswer({ status, headers, body }: TransportResponse): unknown {
  if (status === 204) return undefined
  if (status >= 200 && status < 300) {
    if (isObject(body)) return body
    // A captive portal answers 200 with a page of its own.
    throw new NetworkError('network')
  }
  const problem = isObject(body) ? body : {}
  throw new ApiError({
    code: typeof problem.code === 'string' ? problem.code : 'internal',
    status,
    detail: typeof problem.detail === 'string' ? problem.detail : undefined,
    errors: Array.isArray(problem.errors) ? problem.errors : undefined,
    device: isObject(problem.device) ? (problem.device as unknown as ProblemDevice) : undefined,
    retryAfterMs: readRetryAfter(headers['retry-after']),
  })
}

function readRetryAfter(header: string | undefined): number | undefined {
  const seconds = Number(header)
  return header && seconds >= 0 ? seconds * 1000 : undefined
}
