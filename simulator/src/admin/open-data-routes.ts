import type Router from '@koa/router'
import { phoneInfo, sealOpenData, stepInfoList, userProfileOf } from '../platforms/wechat/open-data.ts'
import type { App } from '../state/apps.ts'
import type { Person } from '../state/people.ts'
import type { World } from '../state/world.ts'
import { AdminError } from './admin-error.ts'
import { type Fields, readFields } from './fields.ts'
import { readApp, readPerson } from './subjects.ts'

/** Open data as `wx` returns it to a page, encrypted under the current session_key. */
export function bindOpenData(router: Router, world: World): void {
  const subjectOf = (fields: Fields) => [readApp(fields, world), readPerson(fields, world)] as const

  function seal(app: App, person: Person, open: object, hidden?: object) {
    const sealed = sealOpenData(world, app, person, open, hidden)
    if (sealed !== undefined) return sealed
    throw new AdminError(409, `"${person.id}" has no live session in ${app.appId}: POST /_sim/login first`)
  }

  // Any open data.
  router.post('/_sim/encrypt', (ctx) => {
    const fields = readFields(ctx)
    const hidden = fields.names().includes('hidden') ? fields.object('hidden') : {}
    ctx.body = seal(...subjectOf(fields), fields.object('data'), hidden)
  })

  // wx.getUserProfile
  router.post('/_sim/user-profile', (ctx) => {
    const fields = readFields(ctx)
    const [app, person] = subjectOf(fields)
    const { open, hidden } = userProfileOf(app, person, fields.optionalFlag('anonymous') ?? false)
    ctx.body = { userInfo: open, ...seal(app, person, open, hidden) }
  })

  // <button open-type="getPhoneNumber"> of an early client
  router.post('/_sim/sealed-phone', (ctx) => {
    const [app, person] = subjectOf(readFields(ctx))
    if (person.phone === undefined) throw new AdminError(409, `"${person.id}" has no phone number`)
    const { encryptedData, iv } = seal(app, person, phoneInfo(person.phone))
    ctx.body = { encryptedData, iv }
  })

  // wx.getWeRunData
  router.post('/_sim/werun', (ctx) => {
    const [app, person] = subjectOf(readFields(ctx))
    const { encryptedData, iv } = seal(app, person, { stepInfoList: stepInfoList(world.clock.now()) })
    ctx.body = { encryptedData, iv }
  })
}
