import type { Context } from 'koa'

/** What the pipeline learns of a request on its way. */
export interface RequestState {
  requestId: string
  /** The contract version the client speaks. */
  contract: number
  /** True when the session travels in a cookie (H5). */
  cookieMode: boolean
  token: string | undefined
  /** The code of the problem that was answered, for the log. */
  problem?: string
}

export type RequestContext = Context & { state: RequestState }
