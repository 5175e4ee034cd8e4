import { LoginCredentialError } from '../../lib/fault'

/** Asks a platform that answers by callbacks; without a code in its answer, or with none at all, it has refused. */
export const askPlatform = (
  ask: (give: (code: string | undefined) => void, refuse: (cause?: unknown) => void) => void,
): Promise<string> =>
  new Promise((resolve, reject) => {
    const refuse = (cause?: unknown) => reject(new LoginCredentialError('login.failed', { cause }))
    ask((code) => (code ? resolve(code) : refuse()), refuse)
  })
