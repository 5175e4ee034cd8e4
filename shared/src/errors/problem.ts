import { type ErrorCode, errorCodes } from './error-codes.ts'

export const problemContentType = 'application/problem+json'

/** An error in a request; `pointer` is a JSON pointer into the body (RFC 6901). */
export interface ProblemError {
  pointer: string
  detail: string
}

/** The bike to which a problem refers: its painted number, and its trail. */
export interface ProblemDevice {
  number: number
  trailName: string
}

/** RFC 9457, with a stable `code`. `instance` is the request id. */
export interface Problem {
  type: string
  title: string
  status: number
  code: string
  instance: string
  detail?: string
  errors?: ProblemError[]
  device?: ProblemDevice
}

export interface ProblemDetails {
  detail?: string | undefined
  errors?: ProblemError[] | undefined
  device?: ProblemDevice | undefined
}

export function createProblem(
  code: ErrorCode,
  instance: string,
  { detail, errors, device }: ProblemDetails = {},
): Problem {
  const { status, title } = errorCodes[code]
  return {
    type: `urn:trailpass:problem:${code}`,
    title,
    status,
    code,
    instance,
    ...(detail !== undefined && { detail }),
    ...(errors !== undefined && errors.length > 0 && { errors }),
    ...(device !== undefined && { device }),
  }
}
