import { describe, expect, it } from 'vitest'
import { defaultApps } from '../../state/seed.ts'
import { minutes, startTestSimulator } from '../../testing/test-simulator.ts'
import { signWithSessionKey } from './signatures.ts'

type TestSimulator = Awaited<ReturnType<typeof startTestSimulator>>

const { appId, secret } = defaultApps.weapp
const credentials = { grant_type: 'client_credential', appid: appId, secret }

describe('stable_token', () => {
  it('gives the same token while it lives, with what is left of its 7200 seconds', async () => {
    const simulator = await startTestSimulator()
    const first = await simulator.post('/cgi-bin/stable_token', credentials)
    expect(first).toEqual({ access_token: expect.any(String), expires_in: 7200 })
    simulator.advance(minutes(60))
    expect(await simulator.post('/cgi-bin/stable_token', credentials)).toEqual({ ...first, expires_in: 3600 })
  })

  it('renews five minutes ahead, and both tokens work meanwhile', async () => {
    const simulator = await startTestSimulator()
    const old = await simulator.accessToken()
    simulator.advance(minutes(115))
    const renewed = await simulator.accessToken()
    expect(renewed).not.toBe(old)
    expect(await phoneErrcode(simulator, old)).toBe(40029)
    expect(await phoneErrcode(simulator, renewed)).toBe(40029)
    simulator.advance(minutes(5))
    expect(await phoneErrcode(simulator, old)).toBe(42001)
  })

  it('kills the old token when forced, not again within 30 seconds, and not over 20 times a day', async () => {
    const simulator = await startTestSimulator()
    const old = await simulator.accessToken()
    const forced = await simulator.accessToken(true)
    expect(await phoneErrcode(simulator, old)).toBe(40001)
    simulator.advance(29_000)
    expect(await simulator.accessToken(true)).toBe(forced)
    for (let count = 1; count < 20; count++) {
      simulator.advance(30_000)
      await simulator.accessToken(true)
    }
    simulator.advance(30_000)
    expect(await simulator.post('/cgi-bin/stable_token', { ...credentials, force_refresh: true })).toMatchObject({
      errcode: 45009,
    })
  })

  it.each([
    [40002, { grant_type: 'authorization_code' }],
    [41002, { appid: '' }],
    [41004, { secret: '' }],
    [40013, { appid: 'wx0000000000000000' }],
    [40125, { secret: 'wrong' }],
  ])('answers %i for %o', async (errcode, changes) => {
    const simulator = await startTestSimulator()
    expect(await simulator.post('/cgi-bin/stable_token', { ...credentials, ...changes })).toMatchObject({ errcode })
  })

  it.each([
    [43002, { method: 'GET' }],
    [44002, { method: 'POST' }],
    [47001, { method: 'POST', body: 'grant_type=client_credential' }],
    [47001, { method: 'POST', body: '[]' }],
  ])('answers %i for a request of %o', async (errcode, init) => {
    const simulator = await startTestSimulator()
    const response = await simulator.fetchPath('/cgi-bin/stable_token', init)
    expect(await response.json()).toMatchObject({ errcode })
  })
})

describe('getuserphonenumber', () => {
  it('gives the number once for a code of the phone button', async () => {
    const simulator = await startTestSimulator()
    const path = `/wxa/business/getuserphonenumber?access_token=${await simulator.accessToken()}`
    const { code } = await simulator.post('/_sim/phone-code', { user: 'alice' })
    expect(await simulator.post(path, { code })).toEqual({
      errcode: 0,
      errmsg: 'ok',
      phone_info: {
        phoneNumber: '13800000001',
        purePhoneNumber: '13800000001',
        countryCode: '86',
        watermark: { timestamp: Date.UTC(2026, 5, 1) / 1000, appid: appId },
      },
    })
    expect(await simulator.post(path, { code })).toMatchObject({ errcode: 40163 })
  })

  it('takes no login code, and no code older than five minutes', async () => {
    const simulator = await startTestSimulator()
    const path = `/wxa/business/getuserphonenumber?access_token=${await simulator.accessToken()}`
    expect(await simulator.post(path, { code: await simulator.login() })).toMatchObject({ errcode: 40029 })
    const { code } = await simulator.post('/_sim/phone-code', { user: 'alice' })
    simulator.advance(minutes(5))
    expect(await simulator.post(path, { code })).toMatchObject({ errcode: 40029 })
  })

  it.each([
    ['without a token', '', 41001],
    ['with an invented token', '?access_token=invented', 40001],
  ])('refuses a call %s', async (_case, query, errcode) => {
    const simulator = await startTestSimulator()
    const answer = await simulator.post(`/wxa/business/getuserphonenumber${query}`, { code: 'x' })
    expect(answer).toMatchObject({ errcode })
  })

  it('answers 41008 without a code', async () => {
    const simulator = await startTestSimulator()
    const path = `/wxa/business/getuserphonenumber?access_token=${await simulator.accessToken()}`
    expect(await simulator.post(path, { other: 1 })).toMatchObject({ errcode: 41008 })
  })
})

describe('checksession and resetusersessionkey', () => {
  async function prove(simulator: TestSimulator, changes: Record<string, string> = {}) {
    const { openid, session_key } = await simulator.signIn()
    const signature = signWithSessionKey('', String(session_key))
    const access_token = await simulator.accessToken()
    return { access_token, openid: String(openid), signature, sig_method: 'hmac_sha256', ...changes }
  }

  it('accept a signature made with the live key', async () => {
    const simulator = await startTestSimulator()
    expect(await simulator.get('/wxa/checksession', await prove(simulator))).toEqual({ errcode: 0, errmsg: 'ok' })
  })

  it.each([
    [41009, { openid: '' }],
    [40003, { openid: 'oInvented' }],
    [87008, { sig_method: 'md5' }],
    [87009, { signature: 'f'.repeat(64) }],
  ])('answer %i for %o', async (errcode, changes) => {
    const simulator = await startTestSimulator()
    const query = await prove(simulator, changes)
    expect(await simulator.get('/wxa/checksession', query)).toMatchObject({ errcode })
    expect(await simulator.get('/wxa/resetusersessionkey', query)).toMatchObject({ errcode })
  })

  it('answer 87007 when the key has died of disuse', async () => {
    const simulator = await startTestSimulator({ settings: { sessionKeyIdleMs: minutes(30) } })
    const query = await prove(simulator)
    simulator.advance(minutes(30))
    expect(await simulator.get('/wxa/checksession', query)).toMatchObject({ errcode: 87007 })
  })

  it('give a new key, after which the old one proves nothing', async () => {
    const simulator = await startTestSimulator()
    const query = await prove(simulator)
    const { openid, session_key } = await simulator.get('/wxa/resetusersessionkey', query)
    expect(openid).toBe(query.openid)
    expect(await simulator.get('/wxa/checksession', query)).toMatchObject({ errcode: 87009 })
    const signature = signWithSessionKey('', String(session_key))
    expect(await simulator.get('/wxa/checksession', { ...query, signature })).toMatchObject({ errcode: 0 })
  })
})

describe('msg_sec_check', () => {
  async function check(simulator: TestSimulator, changes: Record<string, unknown> = {}) {
    const { openid } = await simulator.signIn()
    const path = `/wxa/msg_sec_check?access_token=${await simulator.accessToken()}`
    return simulator.post(path, { version: 2, scene: 1, openid, content: '小林', ...changes })
  }

  it.each([
    ['pass', '小林'],
    ['review', '疑似小林'],
    ['risky', '违规小林'],
  ])('says %s for %s', async (suggest, content) => {
    const answer = await check(await startTestSimulator(), { content })
    expect(answer).toMatchObject({ errcode: 0, result: { suggest } })
  })

  it.each([
    [44004, { content: '' }],
    [40129, { scene: 9 }],
    [40003, { openid: 'oInvented' }],
  ])('answers %i for %o', async (errcode, changes) => {
    expect(await check(await startTestSimulator(), changes)).toMatchObject({ errcode })
  })

  it('answers 61010 for a person who was not here for two hours', async () => {
    const simulator = await startTestSimulator()
    const { openid } = await simulator.signIn()
    simulator.advance(minutes(120))
    const path = `/wxa/msg_sec_check?access_token=${await simulator.accessToken()}`
    expect(await simulator.post(path, { version: 2, scene: 1, openid, content: '小林' })).toMatchObject({
      errcode: 61010,
    })
  })
})

async function phoneErrcode(simulator: TestSimulator, token: string) {
  const answer = await simulator.post(`/wxa/business/getuserphonenumber?access_token=${token}`, { code: 'invented' })
  return answer.errcode
}
