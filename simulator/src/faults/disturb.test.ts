import { describe, expect, it } from 'vitest'
import { defaultApps } from '../state/seed.ts'
import { startTestSimulator } from '../testing/test-simulator.ts'

const path = '/sns/jscode2session'

describe('a fault', () => {
  it.each(['down', 'reset', 'half-close', 'truncated'])('%s breaks the connection', async (mode) => {
    const simulator = await startTestSimulator()
    await simulator.fail({ mode })
    await expect(simulator.get(path)).rejects.toThrow()
  })

  it.each([
    ['busy', 200, '{"errcode":-1,'],
    ['garbage', 200, '不是 JSON'],
    ['html', 200, '<html>'],
    ['error500', 500, 'Internal Server Error'],
    ['empty', 200, '{}'],
    ['wrong-types', 200, '"openid":20170109'],
    ['redirect', 302, 'redirected.invalid'],
  ])('%s answers %i', async (mode, status, words) => {
    const simulator = await startTestSimulator()
    await simulator.fail({ mode })
    const response = await simulator.fetchPath(path)
    expect(response.status).toBe(status)
    expect(await response.text()).toContain(words)
  })

  it('content-type calls the right answer a picture', async () => {
    const simulator = await startTestSimulator()
    await simulator.fail({ mode: 'content-type' })
    const response = await simulator.fetchPath('/cgi-bin/stable_token', { method: 'POST' })
    expect(response.headers.get('content-type')).toBe('image/png')
    expect(await response.json()).toMatchObject({ errcode: 44002 })
  })

  it('duplicate-keys gives every key twice, the last time as somebody else', async () => {
    const simulator = await startTestSimulator()
    const { openid } = await simulator.signIn()
    await simulator.fail({ mode: 'duplicate-keys', count: 1 })
    const query = { appid: defaultApps.weapp.appId, secret: defaultApps.weapp.secret }
    const asked = new URLSearchParams({ ...query, js_code: await simulator.login(), grant_type: 'authorization_code' })
    const text = await (await simulator.fetchPath(`${path}?${asked}`)).text()
    expect(text.match(/"openid":/g)).toHaveLength(2)
    expect(text).toContain(`"openid":"${openid}"`)
    expect(JSON.parse(text)).toMatchObject({ openid: [...String(openid)].reverse().join('') })
    await simulator.fail({ mode: 'duplicate-keys', path: '/connect/oauth2/authorize' })
    expect((await simulator.fetchPath('/connect/oauth2/authorize')).status).toBe(200)
  })

  it('errcode answers the one it is given', async () => {
    const simulator = await startTestSimulator()
    await simulator.fail({ mode: 'errcode', errcode: 40226 })
    expect(await simulator.signIn()).toMatchObject({ errcode: 40226, errmsg: expect.stringContaining('code blocked') })
  })

  it('slow answers rightly, later', async () => {
    const simulator = await startTestSimulator()
    await simulator.fail({ mode: 'slow', delayMs: 80 })
    const startedAt = performance.now()
    expect(await simulator.signIn()).toHaveProperty('openid')
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(79)
  })

  it('slow does nothing for a caller who has gone', async () => {
    const simulator = await startTestSimulator()
    const code = await simulator.login()
    await simulator.fail({ mode: 'slow', count: 1 })
    const query = new URLSearchParams({ js_code: code })
    const hurried = simulator.fetchPath(`${path}?${query}`, { signal: AbortSignal.timeout(50) })
    await expect(hurried).rejects.toThrow()
    expect(await simulator.exchange(code)).toHaveProperty('openid')
  })

  it('huge goes on far beyond what anybody would read', async () => {
    const simulator = await startTestSimulator()
    await simulator.fail({ mode: 'huge' })
    const reader = (await simulator.fetchPath(path)).body?.getReader()
    let read = 0
    while (read < 4 * 1024 * 1024) read += (await reader?.read())?.value?.length ?? expect.fail('it ended')
    await reader?.cancel()
  })

  it('trickle begins and does not end', async () => {
    const simulator = await startTestSimulator()
    await simulator.fail({ mode: 'trickle' })
    const reader = (await simulator.fetchPath(path)).body?.getReader()
    expect((await reader?.read())?.value).toHaveLength(1)
    await reader?.cancel()
  })

  it('hits so many requests, of the path it names, and never the control API', async () => {
    const simulator = await startTestSimulator()
    await simulator.fail({ mode: 'busy', count: 1, path })
    expect(await simulator.accessToken()).toMatch(/\w/)
    const code = await simulator.login()
    expect(await simulator.exchange(code)).toMatchObject({ errcode: -1 })
    expect(await simulator.exchange(code)).toHaveProperty('openid')
    expect(await simulator.get('/_sim/faults')).toEqual([])
  })

  it('can be switched off', async () => {
    const simulator = await startTestSimulator()
    await simulator.fail({ mode: 'down' })
    await simulator.fail({ mode: 'off' })
    expect(await simulator.signIn()).toHaveProperty('openid')
  })

  it('handled spends the code and loses the answer', async () => {
    const simulator = await startTestSimulator()
    const code = await simulator.login()
    await simulator.fail({ mode: 'busy', handled: true, count: 1 })
    expect(await simulator.exchange(code)).toMatchObject({ errcode: -1 })
    expect(await simulator.exchange(code)).toMatchObject({ errcode: 40163 })
  })

  it('is named in the request log', async () => {
    const simulator = await startTestSimulator()
    await simulator.fail({ mode: 'html' })
    await simulator.fetchPath(path)
    expect(await simulator.get('/_sim/requests')).toMatchObject([{ errcode: null, fault: 'html' }])
  })
})

it('answers 40066 for a path that WeChat does not have', async () => {
  expect(await (await startTestSimulator()).get('/sns/nothing')).toMatchObject({ errcode: 40066 })
})
