import type Router from '@koa/router'
import { alipayKeys } from '../platforms/alipay/signatures.ts'
import type { World } from '../state/world.ts'
import { AdminError } from './admin-error.ts'
import { readFields } from './fields.ts'
import { readApp, readPerson } from './subjects.ts'

const login = { kind: 'login' } as const
// Only with the second one does the web sign-in return the unionid.
const webScopes: ReadonlySet<string> = new Set(['snsapi_base', 'snsapi_userinfo'])

/** Calls of `wx` on the phone that result in a code. */
export function bindSignIn(router: Router, world: World): void {
  // wx.login, tt.login, my.getAuthCode, or the redirect of the web sign-in: a code of the kind that the app can exchange.
  router.post('/_sim/login', (ctx) => {
    const fields = readFields(ctx)
    const [app, person] = [readApp(fields, world), readPerson(fields, world)]
    if (app.kind === 'weapp' || app.kind === 'douyin') world.sessionKeys.refresh(app, person)
    const scope = fields.optionalText('scope') ?? 'snsapi_base'
    if (!webScopes.has(scope)) throw new AdminError(400, `"scope" must be one of ${[...webScopes].join(', ')}`)
    const grant = app.kind === 'official-account' ? ({ kind: 'oauth', scope } as const) : login
    ctx.body = {
      code: world.codes.issue({ ...grant, app, person }),
      ...(app.kind === 'douyin' && { anonymousCode: world.codes.issue({ kind: 'anonymous', app, person }) }),
    }
  })

  // The keys as Alipay's console shows them to the app's developer.
  router.get('/_sim/alipay-keys', (ctx) => {
    const { app, alipay } = alipayKeys()
    ctx.body = { privateKey: app.privateKey, alipayPublicKey: alipay.publicKey }
  })

  // wx.checkSession: whether the key of the latest code is still valid.
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
}
