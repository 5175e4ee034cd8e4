import type { Middleware } from 'koa'
import { AppError } from '../../domain/app-error.ts'
import { hostileKeys } from '../json-shape.ts'

/** Rejects ambiguous URLs: repeated or list parameters, and NUL, which only one of the databases can store. */
export const plainUrl: Middleware = (ctx, next) => {
  const invalid = (detail: string) => new AppError('request.invalid', { detail })
  if (/%00/.test(ctx.url)) throw invalid('the address holds a NUL')
  if (ctx.querystring === '') return next()
  const names = [...new URLSearchParams(ctx.querystring).keys()]
  if (new Set(names).size < names.length) throw invalid('a query parameter is given twice')
  if (names.some((name) => /[[\]]/.test(name) || hostileKeys.has(name)))
    throw invalid('a query parameter is no plain name')
  return next()
}
