import type Router from '@koa/router'
import { encryptOpenData, signRawData } from '../platforms/wechat/signatures.ts'
import type { World } from '../state/world.ts'
import { AdminError } from './admin-error.ts'
import { readFields } from './fields.ts'
import { readApp, readPerson } from './subjects.ts'

/** What happens on the phone: the calls of `wx` that end in a code or in encrypted data. */
export function bindSignIn(router: Router, world: World): void {
  // wx.login, or the redirect of the web sign-in: a code of the kind that the app can exchange.
  router.post('/_sim/login', (ctx) => {
    const fields = readFields(ctx)
    const [app, person] = [readApp(fields, world), readPerson(fields, world)]
    const isWeapp = app.kind === 'weapp'
    if (isWeapp) world.sessionKeys.refresh(app, person)
    ctx.body = {
      code: world.codes.issue(
        isWeapp ? { kind: 'login', app, person } : { kind: 'oauth', app, person, scope: 'snsapi_base' },
      ),
    }
  })

  // wx.checkSession: whether the key of the latest code still lives.
  router.post('/_sim/check-session', (ctx) => {
    const fields = readFields(ctx)
    ctx.body = { isValid: world.sessionKeys.find(readApp(fields, world), readPerson(fields, world)) !== undefined }
  })

  // <button open-type="getPhoneNumber">
  router.post('/_sim/phone-code', (ctx) => {
    const fields = readFields(ctx)
    const [app, person] = [readApp(fields, world), readPerson(fields, world)]
    if (person.phone === undefined) throw new AdminError(409, `"${person.id}" has no phone number`)
    ctx.body = { code: world.codes.issue({ kind: 'phone', app, person }) }
  })

  // wx.getUserInfo, wx.getWeRunData …: any open data, encrypted under the session_key of this moment.
  router.post('/_sim/encrypt', (ctx) => {
    const fields = readFields(ctx)
    const [app, person, data] = [readApp(fields, world), readPerson(fields, world), fields.object('data')]
    const sessionKey = world.sessionKeys.find(app, person)
    if (sessionKey === undefined) {
      throw new AdminError(409, `"${person.id}" has no live session in ${app.appId}: POST /_sim/login first`)
    }
    const rawData = JSON.stringify(data)
    const watermark = { timestamp: Math.floor(world.clock.now() / 1000), appid: app.appId }
    ctx.body = {
      rawData,
      signature: signRawData(rawData, sessionKey),
      ...encryptOpenData({ ...data, watermark }, sessionKey),
    }
  })
}
