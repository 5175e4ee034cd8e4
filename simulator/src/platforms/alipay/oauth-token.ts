import { createHash, randomBytes } from 'node:crypto'
import type { App } from '../../state/apps.ts'
import { openidOf, type Person } from '../../state/people.ts'
import type { World } from '../../state/world.ts'
import { AlipayError } from './errors.ts'

// https://opendocs.alipay.com/open/02xtla: the success has neither code nor msg.
export function exchangeAuthCode(parameters: Readonly<Record<string, string>>, app: App, world: World): object {
  if (parameters.grant_type !== 'authorization_code') throw new AlipayError('isv.grant-type-invalid')
  const redemption = world.codes.redeem('login', app, parameters.code ?? '')
  // Used and unknown codes get the same response.
  if (redemption.outcome !== 'granted') throw new AlipayError('isv.code-invalid')
  const { person } = redemption.grant
  return {
    access_token: `authbseB${randomBytes(16).toString('hex')}`,
    auth_start: new Date(world.clock.now()).toISOString().slice(0, 19).replace('T', ' '),
    expires_in: 1_296_000,
    re_expires_in: 2_592_000,
    refresh_token: `authbseB${randomBytes(16).toString('hex')}`,
    ...(world.settings.alipayOpenId > 0 ? { open_id: openidOf(app, person) } : { user_id: userIdOf(person) }),
  }
}

/** 16 digits, the same in every app of Alipay. */
function userIdOf(person: Person): string {
  const digits = BigInt(`0x${createHash('sha256').update(person.id).digest('hex')}`).toString()
  return `2088${digits.slice(0, 12)}`
}
