import { contractHeader, contractVersion, oldestContractVersion } from '@trailpass/shared'
import type { Middleware } from 'koa'
import { AppError } from '../../domain/app-error.ts'

/** Reads `Trailpass-Contract`; absent means the server's own version. */
export const contractVersionHeader: Middleware = (ctx, next) => {
  const text = ctx.get(contractHeader)
  if (text !== '' && !/^\d{1,6}$/.test(text)) {
    throw new AppError('request.invalid', { detail: `${contractHeader} is not a whole number` })
  }
  const contract = text === '' ? contractVersion : Number(text)
  if (contract < oldestContractVersion) throw new AppError('client.upgrade_required')
  ctx.state.contract = contract
  return next()
}
