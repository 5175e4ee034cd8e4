import { LoginCredentialError } from '../../lib/fault'
import { withinPatience } from '../within-patience'
import { patienceMs } from './patience'

type Ask = (give: (code: string | undefined) => void, refuse: (cause?: unknown) => void) => void

/** Promisifies a callback-style login call. A response without a code, or none in time, counts as a refusal. */
export async function askPlatform(ask: Ask, waitMs = patienceMs): Promise<string> {
  try {
    const code = await withinPatience(new Promise(ask), waitMs)
    if (code) return code
  } catch (cause) {
    throw new LoginCredentialError('login.failed', { cause })
  }
  throw new LoginCredentialError('login.failed')
}
