export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

/**
 * One operation of the wire contract. `Request` is the JSON body (`void` when there is none), `Response` the JSON
 * answer (`void` for 204). Both exist in the types only; the schemas beside each contract check them at the server.
 */
export interface Endpoint<Request, Response> {
  readonly id: string
  readonly method: Method
  /** Absolute path on the BFF, as in the OpenAPI document. */
  readonly path: string
  /** Type-only, never present at run time. */
  readonly types?: { request: Request; response: Response }
}

export function endpoint<Request, Response>(id: string, method: Method, path: string): Endpoint<Request, Response> {
  return { id, method, path }
}

/** The contract version for which a request was written; defaults to the server's own. */
export const contractHeader = 'Trailpass-Contract'
export const contractVersion = 1
/** Older clients are answered 426 `client.upgrade_required`. */
export const oldestContractVersion = 1

/** `Trailpass-Session: cookie` moves the token from the answer into an HttpOnly cookie (H5). */
export const sessionModeHeader = 'Trailpass-Session'
export const cookieSessionMode = 'cookie'
/** `Trailpass-Session: registration` selects the cookie of a redeemed ticket, next to any other session. */
export const registrationSessionMode = 'registration'

/** The operation on one resource: fills `:name` in the path, and adds a query. */
export function endpointAt<Request, Response>(
  { path, ...rest }: Endpoint<Request, Response>,
  params: Record<string, string>,
  query: Record<string, string> = {},
): Endpoint<Request, Response> {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  return { ...rest, path: pairs.length > 0 ? `${filled}?${pairs.join('&')}` : filled }
}
