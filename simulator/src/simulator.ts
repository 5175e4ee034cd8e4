import Koa from 'koa'
import { serveAdmin } from './admin/router.ts'
import { disturb } from './faults/disturb.ts'
import { parseJsonBodies } from './http.ts'
import { gatewayPath, serveAlipay } from './platforms/alipay/gateway.ts'
import { serveDouyin } from './platforms/douyin/jscode2session.ts'
import { serveWechat } from './platforms/wechat/router.ts'
import { logRequests } from './request-logging.ts'
import { createWorld, type World, type WorldOptions } from './state/world.ts'

export interface Simulator {
  app: Koa
  world: World
}

/** The platforms in memory: the state and the Koa app that answers for them. */
export function createSimulator(options: WorldOptions = {}): Simulator {
  const world = createWorld(options)
  const app = new Koa()
  app.on('error', reportUnlessHungUp)
  app.use(parseJsonBodies([gatewayPath]))
  // The simulator's own paths end here: neither logged nor disturbed.
  app.use(serveAdmin(world))
  app.use(logRequests(world))
  app.use(disturb(world))
  app.use(serveAlipay(world))
  app.use(serveDouyin(world))
  app.use(serveWechat(world))
  return { app, world }
}

const hangUps = new Set(['ECONNRESET', 'EPIPE', 'ERR_STREAM_PREMATURE_CLOSE', 'ERR_STREAM_DESTROYED'])

function reportUnlessHungUp(error: NodeJS.ErrnoException): void {
  if (!hangUps.has(error.code ?? '')) console.error(error)
}
