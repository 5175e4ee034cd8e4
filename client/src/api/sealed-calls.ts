import { type EncryptedPayload, type Endpoint, getPlatformKey } from '@trailpass/shared'
import type { ApiClient } from './api-client'

/** Calls with payloads that the platform encrypted under its session_key. */
export interface SealedCalls {
  /**
   * Call before requesting a payload from the platform: ensures that the server holds the phone's key, logging in if it
   * does not. Once a payload exists it is too late for that. Never throws.
   */
  prepare(): Promise<void>
  /** Call after `session_key.stale`: logs in for a new key. Never throws. */
  renew(): Promise<void>
  /** Adds the epoch of the login under which the payload was made, if known. */
  send<Request, Response>(
    endpoint: Endpoint<Request, Response>,
    payload: NoInfer<Request> & EncryptedPayload,
  ): Promise<Response>
}

export interface SealedDependencies {
  api: ApiClient
  /** Resolves to whether there is a new session. */
  logInFresh: () => Promise<boolean>
}

export function createSealedCalls({ api, logInFresh }: SealedDependencies): SealedCalls {
  /** `null` lets the server find the key: it tries the one of the latest login first. */
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
        // Unknown for now.
        epoch = null
      }
    },
    send<Request, Response>(endpoint: Endpoint<Request, Response>, payload: EncryptedPayload) {
      const body = epoch === null ? payload : { ...payload, keyEpoch: epoch }
      return api.call(endpoint as Endpoint<unknown, Response>, body)
    },
  }
}
