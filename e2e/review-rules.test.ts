import { readFileSync } from 'node:fs'
import { listFiles } from '@trailpass/bff/lib/list-files.ts'
import { type MiniProgramHost, privacyKindOf } from '@trailpass/simulator/hosts/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { figure } from '../bff/test/support/figure.ts'
import { bundleFaults } from '../scripts/check/bundle-faults.ts'
import { currentDeclaration, isRight } from '../scripts/privacy/declaration-files.ts'
import { findUsed } from '../scripts/privacy/find-used.ts'
import { callBff } from './support/call-bff.ts'
import { createPhone, weappDist } from './support/phone.ts'
import { registerOn } from './support/register-on.ts'
import { createPerson } from './support/rider.ts'
import { type Stack, startStack } from './support/stack.ts'
import { readStoredSession } from './support/stored-session.ts'
import { builtRoutes, openSheets, pressables, type Visitor, visit } from './support/visitor.ts'

/** What a reviewer of WeChat tries by hand, on the built mini program: promise 32. */

const home = 'pages/home/index'
const isCancel = /^(cancel|refuse|close)-/
const fails = () => {
  throw new Error('fail')
}

let stack: Stack
let guest: Visitor
let member: Visitor
const sheets = new Set<string>()
const usedWhileRunning = new Set<string>()

beforeAll(async () => {
  stack = await startStack({ LOG_LEVEL: 'warn', RATE_LIMIT_FACTOR: '1000' })
  guest = { user: await createPerson(stack) }
  const user = await createPerson(stack)
  const phone = createPhone(stack, user)
  await registerOn(phone, '小林')
  member = { user, storage: phone.storage }
  phone.stop()
})
afterAll(() => stack.stop())

const situations: [who: string, visitor: () => Visitor][] = [
  ['a guest', () => guest],
  ['a member', () => member],
  ['somebody whom WeChat does not name', () => ({ ...guest, answers: { login: fails } })],
  ['somebody without network', () => ({ ...guest, answers: { request: fails } })],
  ['somebody who signed out', () => ({ ...guest, storage: new Map([['trailpass.session', signedOut]]) })],
]
const signedOut = JSON.stringify({ version: 1, record: { kind: 'signed-out' } })

function leave(phone: MiniProgramHost): void {
  for (const name of phone.privacyUsed) usedWhileRunning.add(name)
  if (phone.list('input').some((input) => input.attribute('type') === 'nickname'))
    usedWhileRunning.add('input.nickname')
  expect(phone.errors).toEqual([])
  phone.stop()
}

describe.each(situations.slice(0, figure('SITUATIONS', 2)))('%s', (_who, visitor) => {
  it.each(builtRoutes())('sees content on %s before anything is asked', async (route) => {
    const phone = await visit(stack, visitor(), route)
    expect(phone.page?.route).toBe(route)
    expect(phone.text().length + (phone.webView?.length ?? 0)).toBeGreaterThan(4)
    expect(openSheets(phone)).toEqual([])
    expect(phone.modals).toEqual([])
    expect([...phone.privacyUsed]).toEqual([])
    leave(phone)
  })
})

describe.each(situations.slice(0, figure('CANCELLERS', 2)))('whatever opens for %s', (_who, visitor) => {
  it.each(builtRoutes())('can be cancelled on %s', { timeout: 300_000 }, async (route) => {
    const opened = await visit(stack, visitor(), route)
    const paths = pressables(opened).map((id) => [id])
    leave(opened)
    for (let path = paths.shift(); path !== undefined; path = paths.shift()) {
      const inside = await tryToCancel(visitor(), route, path)
      if (path.length < figure('TAPS', 2)) paths.push(...inside.map((id) => [...(path ?? []), id]))
    }
  })
})

/** Presses one thing after the other; a sheet that opened last then goes by its cancel. Resolves what was in it. */
async function tryToCancel(visitor: Visitor, route: string, path: readonly string[]): Promise<string[]> {
  const phone = await visit(stack, visitor, route)
  let before: string[] = []
  for (const id of path) {
    before = openSheets(phone)
    if (!phone.has(id)) break
    phone.tap(id)
    await phone.settle()
  }
  const sheet = openSheets(phone).find((id) => !before.includes(id))
  const inside = sheet === undefined ? [] : pressables(phone)
  if (sheet !== undefined) {
    sheets.add(sheet)
    const cancel = inside.find((id) => isCancel.test(id))
    expect(cancel, `a way out of the sheet "${sheet}", opened by ${path.join(', ')} on ${route}`).toBeDefined()
    phone.tap(cancel ?? '')
    await phone.waitFor(() => !openSheets(phone).includes(sheet))
    expect(openSheets(phone)).toEqual(before)
  }
  leave(phone)
  return inside.filter((id) => !isCancel.test(id))
}

it('has met the sheets there are', () => {
  expect([...sheets]).toEqual(expect.arrayContaining(['registration', 'privacy']))
})

it('registers somebody who refuses everything that can be refused', async () => {
  const phone = await visit(stack, { user: await createPerson(stack) }, home)
  await press(phone, 'register')
  for (const wanted of ['avatar', 'phone']) {
    await press(phone, wanted)
    await press(phone, 'refuse-privacy')
  }
  await press(phone, 'agree')
  await press(phone, 'submit-registration')
  await phone.waitFor(() => readStoredSession(phone.storage)?.user.registered === true)
  const { token = '' } = readStoredSession(phone.storage) ?? {}
  const stored = await callBff(stack.bff.url, 'GET', '/v1/userinfo', { token })
  expect(stored.body).toMatchObject({ nickname: null, avatarUrl: null, phoneMasked: null, riderId: expect.any(String) })
  leave(phone)
})

async function press(phone: MiniProgramHost, id: string): Promise<void> {
  await phone.waitFor(() => phone.has(id))
  await phone.settle()
  phone.tap(id)
  await phone.settle()
}

it('holds nothing that a package must not hold, the word AppSecret included', () => {
  expect(bundleFaults(weappDist)).toEqual([])
})

it('leads to 注销 in at most four taps from home', async ({ skip }) => {
  skip(!isBuiltWith('注销'), 'this build has no screen to delete an account')
  const phone = await visit(stack, member, home)
  await press(phone, 'open-profile')
  const taps = ['open-profile']
  const next = () => phone.list('button').find(({ id, text }) => text.includes('注销') && !taps.includes(id))?.id
  expect(next(), 'a button for 注销 on the profile').toBeDefined()
  for (let id = next(); id !== undefined; id = next()) {
    taps.push(id)
    await press(phone, id)
  }
  expect(taps.length, taps.join(', ')).toBeLessThanOrEqual(4)
  leave(phone)
})

const kindsOf = (names: Iterable<string>) => [...new Set([...names].map(privacyKindOf))].sort()

const isBuiltWith = (words: string) =>
  listFiles(weappDist)
    .filter((file) => file.endsWith('.js'))
    .some((file) => readFileSync(`${weappDist}/${file}`, 'utf8').includes(words))

it('declares to WeChat all that it uses, and uses all that it declares', () => {
  const { files, faults } = currentDeclaration()
  expect(faults).toEqual([])
  expect(files.filter((file) => !isRight(file)).map(({ path }) => path)).toEqual([])
  // What ran above was read off the code, and each kind of information was met. An interface may be for older phones.
  expect(findUsed(weappDist)).toEqual(expect.arrayContaining([...usedWhileRunning]))
  expect(kindsOf(usedWhileRunning)).toEqual(kindsOf(findUsed(weappDist)))
})
