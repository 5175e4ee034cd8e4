import { describe, expect, it } from 'vitest'
import { startTestSimulator } from '../testing/test-simulator.ts'

const path = '/sns/jscode2session'

describe('an outage', () => {
  it.each(['down', 'reset', 'truncated'])('%s breaks the connection', async (mode) => {
    const simulator = await startTestSimulator()
    await simulator.outage({ mode })
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
    await simulator.outage({ mode })
    const response = await simulator.fetchPath(path)
    expect(response.status).toBe(status)
    expect(await response.text()).toContain(words)
  })

  it('errcode answers the one it is given', async () => {
    const simulator = await startTestSimulator()
    await simulator.outage({ mode: 'errcode', errcode: 40226 })
    expect(await simulator.signIn()).toMatchObject({ errcode: 40226, errmsg: expect.stringContaining('code blocked') })
  })

  it('slow answers rightly, later', async () => {
    const simulator = await startTestSimulator()
    await simulator.outage({ mode: 'slow', delayMs: 80 })
    const startedAt = performance.now()
    expect(await simulator.signIn()).toHaveProperty('openid')
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(79)
  })

  it('slow does nothing for a caller who has gone', async () => {
    const simulator = await startTestSimulator()
    const code = await simulator.login()
    await simulator.outage({ mode: 'slow', count: 1 })
    const query = new URLSearchParams({ js_code: code })
    const hurried = simulator.fetchPath(`${path}?${query}`, { signal: AbortSignal.timeout(50) })
    await expect(hurried).rejects.toThrow()
    expect(await simulator.exchange(code)).toHaveProperty('openid')
  })

  it('huge streams a hundred megabytes', async () => {
    const simulator = await startTestSimulator()
    await simulator.outage({ mode: 'huge' })
    expect((await (await simulator.fetchPath(path)).arrayBuffer()).byteLength).toBeGreaterThan(100 * 1024 * 1024)
  })

  it('trickle begins and does not end', async () => {
    const simulator = await startTestSimulator()
    await simulator.outage({ mode: 'trickle' })
    const reader = (await simulator.fetchPath(path)).body?.getReader()
    expect((await reader?.read())?.value).toHaveLength(1)
    await reader?.cancel()
  })

  it('hits so many requests, of the path it names, and never the control API', async () => {
    const simulator = await startTestSimulator()
    await simulator.outage({ mode: 'busy', count: 1, path })
    expect(await simulator.accessToken()).toMatch(/\w/)
    const code = await simulator.login()
    expect(await simulator.exchange(code)).toMatchObject({ errcode: -1 })
    expect(await simulator.exchange(code)).toHaveProperty('openid')
    expect(await simulator.get('/_sim/outage')).toEqual({ mode: 'off' })
  })

  it('can be switched off', async () => {
    const simulator = await startTestSimulator()
    await simulator.outage({ mode: 'down' })
    await simulator.outage({ mode: 'off' })
    expect(await simulator.signIn()).toHaveProperty('openid')
  })

  it('handled spends the code and loses the answer', async () => {
    const simulator = await startTestSimulator()
    const code = await simulator.login()
    await simulator.outage({ mode: 'busy', handled: true, count: 1 })
    expect(await simulator.exchange(code)).toMatchObject({ errcode: -1 })
    expect(await simulator.exchange(code)).toMatchObject({ errcode: 40163 })
  })

  it('is named in the request log', async () => {
    const simulator = await startTestSimulator()
    await simulator.outage({ mode: 'html' })
    await simulator.fetchPath(path)
    expect(await simulator.get('/_sim/requests')).toMatchObject([{ errcode: null, outage: 'html' }])
  })
})

it('answers 40066 for a path that WeChat does not have', async () => {
  expect(await (await startTestSimulator()).get('/sns/nothing')).toMatchObject({ errcode: 40066 })
})
