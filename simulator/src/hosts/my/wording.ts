import type { Wording } from '../calls.ts'

/** A failed call of `my`: a number and a message, no `errMsg`. */
export interface AlipayFailure {
  error: number
  errorMessage: string
}

/** The error of a call that fails for a reason of its own. */
const otherError = 3

// https://opendocs.alipay.com/mini/api/error: 2 is a bad parameter, 3 an unknown fault.
export const alipayWording: Wording = {
  success: () => ({}),
  failure(_name, error) {
    if (isFailure(error)) return error
    return { error: otherError, errorMessage: error instanceof Error ? error.message : String(error) }
  },
}

const isFailure = (error: unknown): error is AlipayFailure =>
  typeof error === 'object' && error !== null && 'error' in error && typeof error.error === 'number'
