import {
  contractHeader,
  contractVersion,
  type cookieSessionMode,
  type Endpoint,
  type registrationSessionMode,
  sessionModeHeader,
} from '@trailpass/shared'
import { ApiError } from './api-error'
import { readAnswer } from './read-answer'
import type { Transport, TransportResponse } from './transport'

/** The API client's view of the session. */
export interface SessionAccess {
  /**
   * `cookie`: the browser holds the token, and `token()` only distinguishes sessions. `registration`: the same, with a
   * ticket's cookie.
   */
  readonly mode: 'bearer' | typeof cookieSessionMode | typeof registrationSessionMode
  /** `null` while there is no session. */
  token(): string | null
  /** Renews the session whose token was rejected; resolves to false if there is none to continue with. Never throws. */
  renew(deadToken: string | null): Promise<boolean>
  /** The user id of the registered person on screen, `null` if there is none. */
  member(): string | null
  /**
   * False while the token belongs to a stand-in guest instead of the person on screen, because the platform does not
   * answer.
   */
  speaksFor(userId: string): boolean
  /** Waits for a login in progress, or starts one if it is due. Never throws. */
  regain(): Promise<void>
}

export interface ApiClientOptions {
  transport: Transport
  /** Origin of the BFF, empty for the same origin. */
  baseUrl: string
  /** Evaluated at every call, because the session itself logs in through this client. */
  session: () => SessionAccess
  timeoutMs?: number
}

export interface CallOptions {
  /** Uses this token (`null`: none) regardless of the session; never renews. */
  token?: string | null
  /**
   * The user id on whose behalf the call is made; it is never sent, nor repeated after a renewal, on behalf of another.
   * Defaults to the member on screen, if any; `null`: any user of the session.
   */
  as?: string | null
}

type CallArguments<Request> = Request extends void
  ? [body?: undefined, options?: CallOptions]
  : [body: Request, options?: CallOptions]

/** Calls the BFF. Rejects with `ApiError` or `NetworkError`. */
export interface ApiClient {
  call<Request, Response>(
    endpoint: Endpoint<Request, Response>,
    ...args: CallArguments<NoInfer<Request>>
  ): Promise<Response>
  upload<Response>(endpoint: Endpoint<void, Response>, field: string, filePath: string): Promise<Response>
}

type Send = (headers: Record<string, string>) => Promise<TransportResponse>

export function createApiClient({ transport, baseUrl, session, timeoutMs = 10_000 }: ApiClientOptions): ApiClient {
  let renewal: Promise<boolean> | undefined

  function headersFor(token: string | null): Record<string, string> {
    const headers: Record<string, string> = { [contractHeader]: String(contractVersion) }
    const { mode } = session()
    if (mode !== 'bearer') headers[sessionModeHeader] = mode
    else if (token !== null) headers.Authorization = `Bearer ${token}`
    return headers
  }

  function renew(deadToken: string | null): Promise<boolean> {
    renewal ??= session()
      .renew(deadToken)
      .finally(() => {
        renewal = undefined
      })
    return renewal
  }

  async function sendWithRenewal(send: Send, as: string | null = session().member()): Promise<unknown> {
    const isThemselves = () => as === null || session().speaksFor(as)
    // Raised by the client, because the server cannot: it sees another user's valid session.
    const notThemselves = () =>
      session().member() === as
        ? new ApiError({ code: 'identity_provider.unavailable', status: 503 })
        : new ApiError({ code: 'session.expired', status: 401 })

    if (!isThemselves()) await session().regain()
    if (!isThemselves()) throw notThemselves()
    const token = session().token()
    try {
      return readAnswer(await send(headersFor(token)))
    } catch (error) {
      if (!(error instanceof ApiError && error.status === 401 && error.code.startsWith('session.'))) throw error
      // The rejection is about the token of this call. If the session has changed since, the response is merely late.
      const isLate = renewal === undefined && session().token() !== token
      if (!isLate && !(await renew(token))) throw error
      if (!isThemselves()) throw notThemselves()
      return readAnswer(await send(headersFor(session().token())))
    }
  }

  return {
    async call<Request, Response>(
      { method, path }: Endpoint<Request, Response>,
      ...[body, options]: CallArguments<NoInfer<Request>>
    ): Promise<Response> {
      const send: Send = (headers) =>
        transport.request({ method, url: baseUrl + path, headers, timeoutMs, ...(body !== undefined && { body }) })
      const answer =
        options?.token === undefined
          ? await sendWithRenewal(send, options?.as)
          : readAnswer(await send(headersFor(options.token)))
      return answer as Response
    },

    async upload<Response>({ path }: Endpoint<void, Response>, field: string, filePath: string): Promise<Response> {
      const send: Send = (headers) => transport.upload({ url: baseUrl + path, headers, field, filePath, timeoutMs })
      return (await sendWithRenewal(send)) as Response
    },
  }
}
