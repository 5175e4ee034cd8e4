import type { Context } from 'koa'

/** Request state collected by the middleware. */
export interface RequestState {
  requestId: string
  /** The client's contract version. */
  contract: number
  /** True if the session is in a cookie (H5). */
  cookieMode: boolean
  token: string | undefined
  /** The error code of the response, for the log. */
  problem?: string
}

export type RequestContext = Context & { state: RequestState }
