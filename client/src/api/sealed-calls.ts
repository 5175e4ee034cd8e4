import { type EncryptedPayload, type Endpoint, getPlatformKey } from '@trailpass/shared'
import type { ApiClient } from './api-client'

/** Calls that carry what the platform sealed under its session_key. */
export interface SealedCalls {
  /**
   * Before the platform is asked: sees to it that the server holds the phone's key, logging in where it does not. Once
   * a payload is made it is too late for that. Never throws.
   */
  prepare(): Promise<void>
  /** After `session_key.stale`: logs in for another key. Never throws. */
  renew(): Promise<void>
  /** Names the login that the payload was made under, as far as it is known. */
  send<Request, Response>(
    endpoint: Endpoint<Request, Response>,
    payload: NoInfer<Request> & EncryptedPayload,
  ): Promise<Response>
}

export interface SealedDependencies {
  api: ApiClient
  /** Resolves whether there is a new session. */
  logInFresh: () => Promise<boolean>
}

export function createSealedCalls({ api, logInFresh }: SealedDependencies): SealedCalls {
  /** `null` leaves it to the server to find the key: it tries the one of the latest login first. */
  let epoch: number | null = null

  async function renew(): Promise<void> {
    epoch = null
    await logInFresh()
  }

  return {
    renew,
    async prepare() {
      try {
        const key = await api.call(getPlatformKey)
        if (key.alive) epoch = key.keyEpoch
        else await renew()
      } catch {
        // Nobody can tell just now.
        epoch = null
      }
    },
    send<Request, Response>(endpoint: Endpoint<Request, Response>, payload: EncryptedPayload) {
      const body = epoch === null ? payload : { ...payload, keyEpoch: epoch }
      return api.call(endpoint as Endpoint<unknown, Response>, body)
    },
  }
}
