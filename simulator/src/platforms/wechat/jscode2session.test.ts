import { describe, expect, it } from 'vitest'
import { defaultApps, defaultSeed } from '../../state/seed.ts'
import { minutes, startTestSimulator } from '../../testing/test-simulator.ts'
import { signRawData } from './signatures.ts'

const invalidCode = {
  errcode: 40029,
  errmsg: expect.stringMatching(/^invalid code, rid: [0-9a-f]{8}(-[0-9a-f]{8}){2}$/),
}

describe('jscode2session', () => {
  it('gives openid, unionid and a 16 byte session_key, and no errcode', async () => {
    const answer = await (await startTestSimulator()).signIn()
    expect(Object.keys(answer).sort()).toEqual(['openid', 'session_key', 'unionid'])
    expect(answer.openid).toMatch(/^o[\w-]{27}$/)
    expect(Buffer.from(String(answer.session_key), 'base64')).toHaveLength(16)
  })

  it('answers HTTP 200 as plain text, success and failure alike', async () => {
    const simulator = await startTestSimulator()
    const response = await simulator.fetchPath('/sns/jscode2session')
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/plain'])
  })

  it.each([
    [41002, { appid: '', secret: '', js_code: '' }],
    [41004, { secret: '', js_code: '' }],
    [41008, { appid: 'wx0000000000000000', js_code: '' }],
    [40002, { grant_type: 'client_credential' }],
    [40013, { appid: 'wx0000000000000000', secret: 'wrong', js_code: 'invented' }],
    [40125, { secret: 'wrong', js_code: 'invented' }],
    [40029, { js_code: 'invented' }],
  ])('answers %i for %o', async (errcode, changes) => {
    const simulator = await startTestSimulator()
    expect(await simulator.exchange(await simulator.login(), changes)).toMatchObject({ errcode })
  })

  it('says 40163 the second time', async () => {
    const simulator = await startTestSimulator()
    const code = await simulator.login()
    await simulator.exchange(code)
    expect(await simulator.exchange(code)).toMatchObject({ errcode: 40163 })
    simulator.advance(minutes(15))
    expect(await simulator.exchange(code)).toMatchObject({ errcode: 40163 })
  })

  it('takes a code for five minutes', async () => {
    const simulator = await startTestSimulator()
    const [early, late] = [await simulator.login(), await simulator.login()]
    simulator.advance(minutes(5) - 1)
    expect(await simulator.exchange(early)).toHaveProperty('openid')
    simulator.advance(1)
    expect(await simulator.exchange(late)).toEqual(invalidCode)
  })

  it('says 40029 for the code of another app and leaves it unspent', async () => {
    const other = { ...defaultApps.weapp, appId: 'wx00000000000other', secret: 'simulated-other-secret' }
    const simulator = await startTestSimulator({ seed: { ...defaultSeed, apps: [...defaultSeed.apps, other] } })
    const code = await simulator.login()
    expect(await simulator.exchange(code, { appid: other.appId, secret: other.secret })).toMatchObject({
      errcode: 40029,
    })
    expect(await simulator.exchange(code)).toHaveProperty('openid')
  })

  it('says 40029 for a code of the web sign-in', async () => {
    const simulator = await startTestSimulator()
    const { code } = await simulator.post('/_sim/login', { user: 'alice', appId: defaultApps.h5.appId })
    expect(await simulator.exchange(String(code))).toEqual(invalidCode)
  })

  it('gives no unionid to an app without an Open Platform account', async () => {
    const { openPlatform: _, ...unbound } = defaultApps.weapp
    const simulator = await startTestSimulator({ seed: { ...defaultSeed, apps: [unbound] } })
    expect(await simulator.signIn()).not.toHaveProperty('unionid')
  })

  it('says 45011 over the per-minute limit, when there is one', async () => {
    const simulator = await startTestSimulator({ settings: { loginsPerMinute: 2 } })
    await simulator.signIn()
    await simulator.signIn()
    expect(await simulator.signIn()).toMatchObject({ errcode: 45011 })
    expect(await simulator.signIn('bob')).toHaveProperty('openid')
    simulator.advance(minutes(1))
    expect(await simulator.signIn()).toHaveProperty('openid')
  })
})

describe('the identifiers', () => {
  it('are the same after a restart, and differ by app and person', async () => {
    const [first, second] = [await startTestSimulator(), await startTestSimulator()]
    const [alice, again, bob] = [await first.signIn(), await second.signIn(), await first.signIn('bob')]
    expect(again).toMatchObject({ openid: alice.openid, unionid: alice.unionid })
    expect(bob.openid).not.toBe(alice.openid)
    expect(bob.unionid).not.toBe(alice.unionid)
  })
})

describe('the session_key', () => {
  it('stays the same within the minimum period and is replaced by a login after it', async () => {
    const simulator = await startTestSimulator({ settings: { sessionKeyMinimumMs: minutes(10) } })
    const first = await simulator.signIn()
    expect((await simulator.signIn()).session_key).toBe(first.session_key)
    simulator.advance(minutes(10))
    expect((await simulator.signIn()).session_key).not.toBe(first.session_key)
  })

  it('changes at wx.login, before the new code is exchanged', async () => {
    const simulator = await startTestSimulator({ settings: { sessionKeyMinimumMs: 0 } })
    const first = await simulator.signIn()
    const { code } = await simulator.post('/_sim/login', { user: 'alice' })
    const { signature } = await simulator.post('/_sim/encrypt', { user: 'alice', data: {} })
    expect(signature).not.toBe(signRawData('{}', String(first.session_key)))
    expect((await simulator.exchange(String(code))).session_key).not.toBe(first.session_key)
  })
})
