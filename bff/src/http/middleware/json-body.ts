import { bodyParser } from '@koa/bodyparser'
import type { Middleware } from 'koa'
import { AppError } from '../../domain/app-error.ts'

const limitBytes = '64kb'
const withBody = new Set(['POST', 'PATCH', 'PUT'])
const parse = bodyParser({ enableTypes: ['json'], jsonLimit: limitBytes, onError: translate })

/** Reads JSON bodies up to 64 KB; multipart bodies are left to the route that takes them. */
export const jsonBody: Middleware = async (ctx, next) => {
  const hasBody = withBody.has(ctx.method) && ctx.request.length !== 0 && ctx.get('Content-Type') !== ''
  if (hasBody && !ctx.is('json', 'multipart/form-data')) throw new AppError('request.unsupported_media_type')
  await parse(ctx, next)
}

function translate(cause: Error & { status?: number; type?: string }): never {
  if (cause.status === 413) throw new AppError('request.too_large', { cause })
  if (cause.status === 415) throw new AppError('request.unsupported_media_type', { cause })
  throw new AppError('request.invalid', { cause, detail: 'the body is not JSON' })
}
