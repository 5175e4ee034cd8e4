import type Router from '@koa/router'
import type { Endpoint, ErrorCode } from '@trailpass/shared'
import type * as z from 'zod'
import { AppError } from '../domain/app-error.ts'
import type { Caller } from '../domain/session.ts'
import type { SessionService } from '../services/session-service.ts'
import type { OperationLimits } from './limits/operation-limits.ts'
import { parseAnswer, parseBody, parseQuery } from './parse-contract.ts'
import type { RequestContext } from './state.ts'

/** `registering`: a session limited to registration is sufficient. */
type Auth = 'none' | 'session' | 'registering'

/** The input of a handler: everything parsed and, for operations that need a session, the caller. */
export interface Call<Request, Query, Kind> {
  body: Request
  query: Query
  caller: Kind extends 'none' ? undefined : Caller
  /** The value of the path's `:name`; empty if it has none. */
  id: string
  ctx: RequestContext
}

export interface Binding<Request, Response, Query, Kind> {
  /** For readers of the OpenAPI document. */
  summary: string
  auth: Kind
  request: Request extends void ? null : z.ZodType<Request>
  response: Response extends void ? null : z.ZodType<Response>
  query?: z.ZodObject & z.ZodType<Query>
  /** Describes a body that the handler reads by itself. */
  multipart?: z.ZodType
  /** Additional request headers, and their descriptions. */
  headers?: Readonly<Record<string, string>>
  /** Its error codes, in addition to those of all operations of its kind. */
  problems?: readonly ErrorCode[]
  handle(call: Call<Request, Query, Kind>): Promise<Response>
}

/** A bound operation, from which the OpenAPI document is generated. */
export interface BoundOperation {
  endpoint: Endpoint<unknown, unknown>
  summary: string
  auth: Auth
  request: z.ZodType | null
  response: z.ZodType | null
  query?: z.ZodObject
  multipart?: z.ZodType
  headers?: Readonly<Record<string, string>>
  problems?: readonly ErrorCode[]
}

export type BindEndpoint = <Request, Response, Kind extends Auth, Query = undefined>(
  endpoint: Endpoint<Request, Response>,
  binding: Binding<Request, Response, Query, Kind>,
) => void

/**
 * Binds operations to their handlers: first rate limits and the session, then validation of the request; the response
 * contains only declared fields.
 */
export function createBindEndpoint(
  router: Router,
  { sessions, limits }: { sessions: SessionService; limits: OperationLimits },
): { bind: BindEndpoint; operations: readonly BoundOperation[] } {
  const operations: BoundOperation[] = []
  const bind: BindEndpoint = (endpoint, { handle, ...operation }) => {
    operations.push({ endpoint, ...operation } as BoundOperation)
    const { auth, request, response, query: querySchema } = operation
    const verb = endpoint.method.toLowerCase() as 'get' | 'post' | 'patch' | 'delete'
    router[verb](endpoint.id, endpoint.path, async (context) => {
      const ctx = context as unknown as RequestContext
      await limits.byAddress(endpoint.id, ctx.ip)
      const caller = auth === 'none' ? undefined : await sessions.resolve(ctx.state.token)
      if (caller) await limits.bySession(endpoint.id, caller.session)
      if (auth === 'session' && caller?.session.scope !== 'full') throw new AppError('session.scope_insufficient')
      const query = querySchema && parseQuery(querySchema, ctx.query, ctx.state.contract)
      const body = request === null ? undefined : parseBody<unknown>(request, ctx.request.body, ctx.state.contract)
      const [id = ''] = Object.values(context.params)
      const answer = await handle({ body, query, caller, id, ctx } as Parameters<typeof handle>[0])
      ctx.set('Cache-Control', 'no-store')
      if (response === null) {
        ctx.status = 204
      } else {
        ctx.body = parseAnswer(response, answer)
      }
    })
  }
  return { bind, operations }
}
