import { type ErrorCode, errorCodes, type ProblemDetails } from '@trailpass/shared'

export interface AppErrorOptions extends ProblemDetails {
  /** Logged, never sent. */
  cause?: unknown
  /** Sent as Retry-After, in whole seconds. */
  retryAfterMs?: number
}

/** The only error thrown deliberately; status and title come from the table of codes. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode
  readonly options: AppErrorOptions

  constructor(code: ErrorCode, options: AppErrorOptions = {}) {
    super(errorCodes[code].title, { cause: options.cause })
    this.code = code
    this.options = options
  }
}
