import type Router from '@koa/router'
import type { Endpoint, ErrorCode } from '@trailpass/shared'
import type * as z from 'zod'
import { AppError } from '../domain/app-error.ts'
import type { Caller } from '../domain/session.ts'
import type { SessionService } from '../services/session-service.ts'
import type { OperationLimits } from './limits/operation-limits.ts'
import { parseAnswer, parseBody, parseQuery } from './parse-contract.ts'
import type { RequestContext } from './state.ts'

/** `registering`: a session that may only register will do as well. */
type Auth = 'none' | 'session' | 'registering'

/** What a route is given: all of it parsed, and for operations that need a session the person it names. */
export interface Call<Request, Query, Kind> {
  body: Request
  query: Query
  caller: Kind extends 'none' ? undefined : Caller
  /** What stands for the one `:name` of the path; empty where there is none. */
  id: string
  ctx: RequestContext
}

export interface Binding<Request, Response, Query, Kind> {
  /** For people who read the description of the interface. */
  summary: string
  auth: Kind
  request: Request extends void ? null : z.ZodType<Request>
  response: Response extends void ? null : z.ZodType<Response>
  query?: z.ZodObject & z.ZodType<Query>
  /** Describes a body that the handler reads by itself. */
  multipart?: z.ZodType
  /** Headers of its own, and what they say. */
  headers?: Readonly<Record<string, string>>
  /** What it refuses, beside what any operation of its kind does. */
  problems?: readonly ErrorCode[]
  handle(call: Call<Request, Query, Kind>): Promise<Response>
}

/** An operation as it was bound: what its description is made of. */
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
 * Binds operations to their handlers: the caller's share and session first, then the request, and only declared fields
 * in the answer.
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
