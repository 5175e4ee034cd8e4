import type { App } from '../../state/apps.ts'
import type { Grant } from '../../state/one-time-codes.ts'
import { openidOf, type Person } from '../../state/people.ts'
import type { World } from '../../state/world.ts'
import type { WechatCall } from './endpoint.ts'
import { WechatError } from './errors.ts'

/** A string that is there and not empty, or the errcode that says it is missing. */
export function demand(value: unknown, missing: number): string {
  if (typeof value !== 'string' || value === '') throw new WechatError(missing)
  return value
}

/** AppID first, then its secret: the order in which WeChat finds fault. */
export function demandApp(world: World, appId: string, secret: string): App {
  const app = world.apps.get(appId)
  if (app?.kind !== 'weapp' && app?.kind !== 'official-account') throw new WechatError(40013)
  if (app.secret !== secret) throw new WechatError(40125)
  return app
}

/** Shared by both sign-ins: appid, secret, code, grant type, in the order in which they are looked at (observed). */
export function redeemWithSecret(
  world: World,
  kind: Grant['kind'],
  { appId, secret, code, grantType }: Record<'appId' | 'secret' | 'code' | 'grantType', string | undefined>,
): Grant {
  const presented = { appId: demand(appId, 41002), secret: demand(secret, 41004), code: demand(code, 41008) }
  if (grantType !== 'authorization_code') throw new WechatError(40002)
  return redeem(world, kind, demandApp(world, presented.appId, presented.secret), presented.code)
}

export function redeem(world: World, kind: Grant['kind'], app: App, code: string): Grant {
  const redemption = world.codes.redeem(kind, app, code)
  if (redemption.outcome === 'granted') return redemption.grant
  // 40163 is observed, not documented: the code was right, and is spent.
  throw new WechatError(redemption.outcome === 'used' ? 40163 : 40029)
}

/** The app whose access token the call carries. */
export function demandAccessToken(world: World, { query }: WechatCall): App {
  const check = world.accessTokens.check(demand(query.access_token, 41001))
  if (check.standing === 'valid') return check.app
  throw new WechatError(check.standing === 'expired' ? 42001 : 40001)
}

export function demandPerson(world: World, app: App, openid: unknown): Person {
  const person = world.people.list().find((candidate) => openidOf(app, candidate) === openid)
  if (person === undefined) throw new WechatError(40003)
  return person
}
