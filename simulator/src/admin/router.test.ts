import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { decryptOpenData, signRawData } from '../platforms/wechat/signatures.ts'
import { defaultApps } from '../state/seed.ts'
import { startTestSimulator } from '../testing/test-simulator.ts'
import { operations } from './operations.ts'
import { createAdminRouter } from './router.ts'

describe('the control API', () => {
  it.each([
    ['login', { user: 'zed' }, 404, 'no person "zed"'],
    ['login', { user: 'alice', appId: 'wx0000000000000000' }, 404, 'no app "wx0000000000000000"'],
    ['login', {}, 400, '"user" is missing'],
    ['login', { user: 7 }, 400, '"user" must be a string'],
    ['users', { name: 'Zoe', id: 'Zoe!' }, 400, '"id" must be'],
    ['users', { name: 'Zoe', phone: 'none' }, 400, '"phone" must be'],
    ['users', { name: 'Zoe', id: 'alice' }, 409, '"alice" is taken'],
    ['encrypt', { user: 'alice' }, 400, '"data" is missing'],
    ['encrypt', { user: 'alice', data: [] }, 400, '"data" must be an object'],
    ['encrypt', { user: 'alice', data: {} }, 409, 'no live session'],
    ['phone-code', { user: 'frank' }, 409, 'no phone number'],
    ['clock', {}, 400, '"advanceMs" is missing'],
    ['clock', { advanceMs: -1 }, 400, '"advanceMs" must be a whole number'],
    ['settings', { colour: 1 }, 400, 'no setting "colour"'],
    ['nothing', {}, 404, 'nothing at POST'],
  ])('refuses %s %o in words', async (path, fields, status, words) => {
    const simulator = await startTestSimulator()
    const response = await simulator.fetchPath(`/_sim/${path}`, { method: 'POST', body: JSON.stringify(fields) })
    expect(response.status).toBe(status)
    expect((await response.json()) as object).toEqual({ error: expect.stringContaining(words) })
  })

  it('refuses a body that is not JSON', async () => {
    const simulator = await startTestSimulator()
    const response = await simulator.fetchPath('/_sim/login', { method: 'POST', body: 'user=alice' })
    expect([response.status, await response.json()]).toEqual([400, { error: 'the body is not a JSON object' }])
  })

  it('adds a person who can log in', async () => {
    const simulator = await startTestSimulator()
    const zoe = await simulator.post('/_sim/users', { name: 'Zoe', phone: '13900000000' })
    expect(zoe).toMatchObject({ name: 'Zoe', phone: '13900000000' })
    const { openid } = await simulator.signIn(String(zoe.id))
    expect((zoe.openids as Record<string, string>)[defaultApps.weapp.appId]).toBe(openid)
  })

  it('encrypts and signs under the session_key that the exchange gave', async () => {
    const simulator = await startTestSimulator()
    const sessionKey = String((await simulator.signIn()).session_key)
    const data = { nickName: '小林', gender: 0 }
    const open = (await simulator.post('/_sim/encrypt', { user: 'alice', data })) as Record<
      'rawData' | 'signature' | 'encryptedData' | 'iv',
      string
    >
    const watermark = { appid: defaultApps.weapp.appId, timestamp: Date.UTC(2026, 5, 1) / 1000 }
    expect(decryptOpenData(open, sessionKey)).toEqual({ ...data, watermark })
    expect(JSON.parse(open.rawData)).toEqual(data)
    expect(open.signature).toBe(signRawData(open.rawData, sessionKey))
  })

  it('tells whether the session_key lives', async () => {
    const simulator = await startTestSimulator()
    expect(await simulator.post('/_sim/check-session', { user: 'alice' })).toEqual({ isValid: false })
    await simulator.signIn()
    expect(await simulator.post('/_sim/check-session', { user: 'alice' })).toEqual({ isValid: true })
  })

  it('moves the clock', async () => {
    const simulator = await startTestSimulator()
    const code = await simulator.login()
    expect(await simulator.post('/_sim/clock', { advanceMs: 300_000 })).toEqual({ now: '2026-06-01T00:05:00.000Z' })
    expect(await simulator.exchange(code)).toMatchObject({ errcode: 40029 })
  })

  it('changes a setting', async () => {
    const simulator = await startTestSimulator()
    expect(await simulator.post('/_sim/settings', { sessionKeyMinimumMs: 0 })).toMatchObject({ sessionKeyMinimumMs: 0 })
    const first = await simulator.signIn()
    expect((await simulator.signIn()).session_key).not.toBe(first.session_key)
  })

  it('describes itself on one page', async () => {
    const simulator = await startTestSimulator()
    await simulator.post('/_sim/users', { name: '<b>Zoe</b>', id: 'zoe' })
    const html = await (await simulator.fetchPath('/_sim/', { headers: { Accept: 'text/html' } })).text()
    expect(html).toContain('小林')
    expect(html).toContain(defaultApps.weapp.appId)
    expect(html).toContain('&lt;b&gt;Zoe')
    expect(html).not.toContain(defaultApps.weapp.secret)
  })

  it('describes itself to programs', async () => {
    const simulator = await startTestSimulator()
    const description = await simulator.get('/_sim/')
    expect(description).toMatchObject({ faults: [], now: '2026-06-01T00:00:00.000Z' })
    expect(description.paths).toContain('/sns/jscode2session')
    expect(JSON.stringify(description)).not.toContain(defaultApps.weapp.secret)
  })

  it('describes every call there is, in its README too', async () => {
    const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8')
    const calls = operations.map(({ call }) => call).join('\n')
    const { world } = await startTestSimulator()
    const routes = createAdminRouter(world).stack.flatMap(({ methods, path }) =>
      methods.filter((method) => method !== 'HEAD').map((method) => ({ method, path: String(path) })),
    )
    expect(routes.length).toBeGreaterThan(30)
    for (const { method, path } of routes) {
      const pattern = path.replace(/[.]/g, '\\.').replace(/:\w+/g, '<\\w+>')
      expect(calls).toMatch(new RegExp(`${method} ${pattern}(?![\\w/])`))
      expect(readme).toMatch(new RegExp(`${pattern}(?![\\w/])`))
    }
  })
})

describe('the request log', () => {
  it('tells method, path, app and outcome, and never a secret or a code', async () => {
    const simulator = await startTestSimulator()
    const code = await simulator.login()
    await simulator.exchange(code)
    await simulator.exchange(code)
    const token = await simulator.accessToken()
    await simulator.get('/wxa/checksession', { access_token: token })
    const text = await (await simulator.fetchPath('/_sim/requests')).text()
    const appId = defaultApps.weapp.appId
    const time = '2026-06-01T00:00:00.000Z'
    expect(JSON.parse(text)).toEqual([
      { time, method: 'GET', path: '/sns/jscode2session', appId, errcode: 0, fault: null },
      { time, method: 'GET', path: '/sns/jscode2session', appId, errcode: 40163, fault: null },
      { time, method: 'POST', path: '/cgi-bin/stable_token', appId, errcode: 0, fault: null },
      { time, method: 'GET', path: '/wxa/checksession', appId, errcode: 41009, fault: null },
    ])
    for (const secret of [code, token, defaultApps.weapp.secret]) expect(text).not.toContain(secret)
  })

  it('can be filtered by path, and cleared', async () => {
    const simulator = await startTestSimulator()
    await simulator.signIn()
    await simulator.accessToken()
    expect(await simulator.get('/_sim/requests', { path: '/cgi-bin/stable_token' })).toHaveLength(1)
    await simulator.fetchPath('/_sim/requests', { method: 'DELETE' })
    expect(await simulator.get('/_sim/requests')).toEqual([])
  })
})

it('forgets everything but the seed on reset', async () => {
  const simulator = await startTestSimulator()
  const code = await simulator.login()
  await simulator.post('/_sim/users', { name: 'Zoe', id: 'zoe' })
  await simulator.post('/_sim/current', { user: 'bob' })
  await simulator.post('/_sim/clock', { advanceMs: 1000 })
  await simulator.fail({ mode: 'down' })
  expect((await simulator.fetchPath('/_sim/reset', { method: 'POST' })).status).toBe(204)
  expect(await simulator.exchange(code)).toMatchObject({ errcode: 40029 })
  expect(await simulator.get('/_sim/users')).toHaveLength(7)
  expect(simulator.world.currentPerson?.id).toBe('alice')
  expect(simulator.world.clock.now()).toBe(Date.UTC(2026, 5, 1))
})
