import type { ErrorCode, ProblemDevice, ProblemError } from '@trailpass/shared'

export interface ApiErrorDetails {
  /** Not a closed set: the server may be newer than this client. */
  code: ErrorCode | (string & {})
  status: number
  detail?: string | undefined
  errors?: ProblemError[] | undefined
  device?: ProblemDevice | undefined
  retryAfterMs?: number | undefined
}

/** The server responded with an error. */
export class ApiError extends Error implements ApiErrorDetails {
  override readonly name = 'ApiError'
  readonly code: ApiErrorDetails['code']
  readonly status: number
  readonly detail: string | undefined
  readonly errors: ProblemError[]
  readonly device: ProblemDevice | undefined
  readonly retryAfterMs: number | undefined

  constructor({ code, status, detail, errors = [], device, retryAfterMs }: ApiErrorDetails) {
    super(code)
    this.code = code
    this.status = status
    this.detail = detail
    this.errors = errors
    this.device = device
    this.retryAfterMs = retryAfterMs
  }
}

/** No response arrived; the server may have processed the request anyway. */
export class NetworkError extends Error {
  override readonly name = 'NetworkError'
  readonly reason: 'network' | 'timeout'

  constructor(reason: 'network' | 'timeout', options?: { cause?: unknown }) {
    super(reason, options)
    this.reason = reason
  }
}
