import {
  createGuestSession,
  createSession,
  type Entry,
  type LoginRequest,
  type LoginResponse,
  limits,
  type Platform,
} from '@trailpass/shared'
import type { ApiClient } from '../../api/api-client'
import { ApiError, NetworkError } from '../../api/api-error'
import type { CredentialRequest, LoginCredentials } from '../../platform/login-credential/types'
import type { RandomId } from '../../platform/random/types'

export interface LoginDependencies {
  api: ApiClient
  credentials: LoginCredentials
  /** One per code: a request with both gets the same answer again. */
  randomId: RandomId
  deviceId: () => Promise<string>
  app: { platform: Platform; appId: string; model?: string }
  entry: () => Entry
  delay: (ms: number) => Promise<void>
  now: () => number
}

export interface LoginOptions extends CredentialRequest {
  /** False once nobody waits for the login: then nothing more is sent. */
  isWanted: () => boolean
  /** The token of a guest without identity, whose data is inherited by the person. */
  guestToken?: string
}

export interface Login {
  /** Throws `LoginCredentialError`, `ApiError` or `NetworkError`. */
  byCode(options: LoginOptions): Promise<LoginResponse>
  asGuest(): Promise<LoginResponse>
}

const resendPausesMs = [400, 1_600]

export function createLogin(deps: LoginDependencies): Login {
  const { api, credentials, randomId, deviceId, app, entry, delay, now } = deps
  const { model, ...origin } = app
  /** The code of a login that was lost or failed for a time. For browsers, where another code costs the page. */
  let unanswered: { code: string; nonce: string } | undefined

  async function draw(asked: boolean): Promise<{ code: string; nonce: string; codeMs: number }> {
    if (process.env.TARO_ENV === 'h5' && unanswered) return { ...unanswered, codeMs: 0 }
    const askedAt = now()
    const obtain = async () => ({ code: await credentials.obtain({ asked }), codeMs: now() - askedAt })
    const [obtained, nonce] = await Promise.all([obtain(), randomId()])
    return { ...obtained, nonce }
  }

  async function byOneCode({ asked, guestToken, isWanted }: LoginOptions, begunAt: number): Promise<LoginResponse> {
    // Each takes a round trip to the platform, so they run in parallel.
    const [{ code, nonce, codeMs }, device] = await Promise.all([draw(asked), deviceId()])
    if (process.env.TARO_ENV === 'h5') unanswered = { code, nonce }
    const request: LoginRequest = {
      ...origin,
      code,
      nonce,
      deviceId: device,
      entry: entry(),
      ...(guestToken !== undefined && { guestToken }),
      ...(model !== undefined && { model }),
    }
    const send = async () => {
      const told = { codeMs: tell(codeMs), earlierMs: tell(now() - begunAt - codeMs) }
      const answer = await api.call(createSession, { ...request, ...told }, { token: null })
      if (process.env.TARO_ENV === 'h5') unanswered = undefined
      return answer
    }
    // A lost response may belong to a successful login: repeating code and nonce returns the same session.
    for (const pauseMs of resendPausesMs) {
      try {
        return await send()
      } catch (error) {
        if (!(error instanceof NetworkError && isWanted())) throw error
        await delay(pauseMs)
      }
    }
    return send()
  }

  return {
    async byCode(options) {
      const begunAt = now()
      try {
        return await byOneCode(options, begunAt)
      } catch (error) {
        if (process.env.TARO_ENV === 'h5' && isAnswer(error)) unanswered = undefined
        if (isCodeFault(error) && options.isWanted()) return byOneCode(options, begunAt)
        throw error
      }
    },

    async asGuest() {
      const { platform, appId } = origin
      return api.call(createGuestSession, { platform, appId, deviceId: await deviceId() }, { token: null })
    },
  }
}

/** The phone's clock may be changed between two readings. */
const tell = (ms: number) => Math.min(Math.max(ms, 0), limits.toldMs)

/** Neither a lost answer nor a failure that passes. */
const isAnswer = (error: unknown) => error instanceof ApiError && error.status < 500 && error.status !== 429

const isCodeFault = (error: unknown) =>
  error instanceof ApiError && (error.code === 'login.code_rejected' || error.code === 'login.code_spent')
