import { LoginCredentialError } from '../../lib/fault'
import { withinPatience } from '../within-patience'
import { patienceMs } from './patience'

type Ask = (give: (code: string | undefined) => void, refuse: (cause?: unknown) => void) => void

/** Asks a platform that answers by callbacks; without a code in its answer, or with none in time, it has refused. */
export async function askPlatform(ask: Ask, waitMs = patienceMs): Promise<string> {
  try {
    const code = await withinPatience(new Promise(ask), waitMs)
    if (code) return code
  } catch (cause) {
    throw new LoginCredentialError('login.failed', { cause })
  }
  throw new LoginCredentialError('login.failed')
}
