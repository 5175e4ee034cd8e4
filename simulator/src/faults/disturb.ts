import { setTimeout as delay } from 'node:timers/promises'
import type { Context, Middleware } from 'koa'
import type { World } from '../state/world.ts'
import { spoilers, spoilsTheRightAnswer } from './spoilers.ts'

/** Applies the active fault scripts to the platforms' responses. */
export function disturb(world: World): Middleware {
  return async (ctx, next) => {
    const fault = world.faults.take(ctx.path)
    if (fault === undefined) return next()
    ctx.state.fault = fault.mode
    if (fault.handled || spoilsTheRightAnswer.has(fault.mode)) await next()
    if (fault.mode === 'slow') {
      const isStillThere = await waitUnlessGone(ctx, fault.delayMs)
      if (isStillThere && !fault.handled) await next()
      return
    }
    ctx.state.errcode = undefined
    spoilers[fault.mode](ctx, fault)
  }
}

/** False if the caller disconnected first. */
async function waitUnlessGone({ res }: Context, delayMs: number): Promise<boolean> {
  const gone = new AbortController()
  const abort = () => gone.abort()
  res.once('close', abort)
  try {
    await delay(delayMs, undefined, { signal: gone.signal })
    return true
  } catch {
    return false
  } finally {
    res.off('close', abort)
  }
}
