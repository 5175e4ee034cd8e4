import type Router from '@koa/router'
import type { Endpoint } from '@trailpass/shared'
import type * as z from 'zod'
import type { Caller } from '../domain/session.ts'
import type { SessionService } from '../services/session-service.ts'
import { parseAnswer, parseBody } from './parse-contract.ts'
import type { AppContext } from './state.ts'

/** What a route is given: the parsed body, and for operations that need a session the person it names. */
export interface Call<Request, Auth> {
  body: Request
  caller: Auth extends 'session' ? Caller : undefined
  ctx: AppContext
}

export interface Binding<Request, Response, Auth> {
  auth: Auth
  request: Request extends void ? null : z.ZodType<Request>
  response: Response extends void ? null : z.ZodType<Response>
  handle(call: Call<Request, Auth>): Promise<Response>
}

export type BindEndpoint = <Request, Response, Auth extends 'none' | 'session'>(
  endpoint: Endpoint<Request, Response>,
  binding: Binding<Request, Response, Auth>,
) => void

/** Binds operations to their handlers: the session first, then the body, and only declared fields in the answer. */
export function createBindEndpoint(router: Router, sessions: SessionService): BindEndpoint {
  return ({ id, method, path }, { auth, request, response, handle }) => {
    const verb = method.toLowerCase() as 'get' | 'post' | 'patch' | 'delete'
    router[verb](id, path, async (context) => {
      const ctx = context as unknown as AppContext
      const caller = auth === 'session' ? await sessions.resolve(ctx.state.token) : undefined
      const body = request === null ? undefined : parseBody<unknown>(request, ctx.request.body, ctx.state.contract)
      const answer = await handle({ body, caller, ctx } as Parameters<typeof handle>[0])
      ctx.set('Cache-Control', 'no-store')
      if (response === null) {
        ctx.status = 204
      } else {
        ctx.body = parseAnswer(response, answer)
      }
    })
  }
}
