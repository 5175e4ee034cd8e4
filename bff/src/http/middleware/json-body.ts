import { bodyParser } from '@koa/bodyparser'
import type { Middleware } from 'koa'
import { AppError } from '../../domain/app-error.ts'
import { hasDuplicateKeys } from '../../lib/has-duplicate-keys.ts'
import { checkJsonShape } from '../json-shape.ts'

const limitBytes = '64kb'
const pushPaths = '/v1/push/'
const withBody = new Set(['POST', 'PATCH', 'PUT'])
const parse = bodyParser({ enableTypes: ['json'], jsonLimit: limitBytes, onError: translate })

/**
 * Reads and checks JSON bodies of up to 64 KB. Multipart bodies, and pushes from platforms, whose signature covers the
 * raw text, are left to their routes.
 */
export const jsonBody: Middleware = async (ctx, next) => {
  if (!withBody.has(ctx.method) || ctx.path.startsWith(pushPaths)) return next()
  const hasBody = ctx.request.length !== 0 && ctx.get('Content-Type') !== ''
  if (hasBody && !ctx.is('json', 'multipart/form-data')) throw new AppError('request.unsupported_media_type')
  await parse(ctx, async () => {
    checkJsonShape(ctx.request.body)
    // With duplicate keys, one parser takes the first value and another the last.
    if (hasDuplicateKeys(ctx.request.rawBody ?? '')) {
      throw new AppError('request.invalid', { detail: 'the body has a key twice' })
    }
    await next()
  })
}

function translate(cause: Error & { status?: number; type?: string }): never {
  if (cause.status === 413) throw new AppError('request.too_large', { cause })
  if (cause.status === 415) throw new AppError('request.unsupported_media_type', { cause })
  throw new AppError('request.invalid', { cause, detail: 'the body is not JSON' })
}
