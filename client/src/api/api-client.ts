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

/** What the api client may know of the session. */
export interface SessionAccess {
  /**
   * `cookie`: the browser holds the token out of reach, and `token()` only tells sessions apart. `registration`: the
   * same, with the cookie of a ticket.
   */
  readonly mode: 'bearer' | typeof cookieSessionMode | typeof registrationSessionMode
  /** `null` while there is no session. */
  token(): string | null
  /** Replaces the session whose token is dead; resolves false when there is none to go on with. Never throws. */
  renew(deadToken: string | null): Promise<boolean>
  /** User id of the registered person on screen, `null` when there is none. */
  member(): string | null
  /** False while the token is a guest's who stands in for the person on screen: the platform does not answer. */
  speaksFor(userId: string): boolean
  /** Waits for a login under way, or tries one where that is due. Never throws. */
  regain(): Promise<void>
}

export interface ApiClientOptions {
  transport: Transport
  /** Origin of the BFF, empty for the same origin. */
  baseUrl: string
  /** Asked at every call: the session logs in through this client. */
  session: () => SessionAccess
  timeoutMs?: number
}

export interface CallOptions {
  /** Speaks for this token (`null`: for nobody), whatever the session is; never renews. */
  token?: string | null
  /**
   * For whom it speaks, by user id: never sent, nor sent again after a renewal, as anybody else. Without it for the
   * member on screen, when there is one; `null`: for whoever the session is of.
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
    // What the server cannot say: it sees the session of whoever it is instead, which is alive.
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
      // The refusal speaks of the token this call carried. When the session has moved on, it is only late.
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
