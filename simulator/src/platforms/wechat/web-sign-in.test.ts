import { describe, expect, it } from 'vitest'
import { defaultApps } from '../../state/seed.ts'
import { minutes, startTestSimulator } from '../../testing/test-simulator.ts'

type TestSimulator = Awaited<ReturnType<typeof startTestSimulator>>

const { appId, secret } = defaultApps.h5
const redirectUri = 'http://127.0.0.1:10086/?from=wechat#/home'

async function authorize(simulator: TestSimulator, changes: Record<string, string> = {}) {
  const query = { appid: appId, redirect_uri: redirectUri, response_type: 'code', scope: 'snsapi_base', state: 's1' }
  return simulator.fetchPath(`/connect/oauth2/authorize?${new URLSearchParams({ ...query, ...changes })}`)
}

function codeOf(response: Response): string {
  return new URL(response.headers.get('location') ?? '').searchParams.get('code') ?? ''
}

async function obtainCode(simulator: TestSimulator, changes?: Record<string, string>) {
  return codeOf(await authorize(simulator, changes))
}

const exchange = (simulator: TestSimulator, code: string, changes: Record<string, string> = {}) =>
  simulator.get('/sns/oauth2/access_token', {
    appid: appId,
    secret,
    code,
    grant_type: 'authorization_code',
    ...changes,
  })

describe('authorize', () => {
  it('sends the current person back at once for snsapi_base, with code and state added', async () => {
    const simulator = await startTestSimulator()
    await simulator.post('/_sim/current', { user: 'bob' })
    const response = await authorize(simulator)
    const location = new URL(response.headers.get('location') ?? '')
    expect(response.status).toBe(302)
    expect(location.href).toMatch(/^http:\/\/127\.0\.0\.1:10086\/\?from=wechat&code=[\w-]{32}&state=s1#\/home$/)
    const { openid } = await exchange(simulator, codeOf(response))
    expect(openid).toBe(await openidInApp(simulator, 'bob'))
  })

  it('asks who it is for snsapi_userinfo, and the choice leads back', async () => {
    const simulator = await startTestSimulator()
    const response = await authorize(simulator, { scope: 'snsapi_userinfo' })
    const html = await response.text()
    expect(html).toContain('小林')
    const href = /href="(\/connect[^"]*_sim_user=carol)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const chosen = await simulator.fetchPath(href)
    const { openid } = await exchange(simulator, codeOf(chosen))
    expect(openid).toBe(await openidInApp(simulator, 'carol'))
  })

  it.each([
    ['an unknown app', { appid: 'wx0000000000000000' }, '10013'],
    ['a mini program', { appid: defaultApps.weapp.appId }, '10013'],
    ['a wrong response type', { response_type: 'token' }, '10004'],
    ['an unknown scope', { scope: 'snsapi_all' }, '10005'],
    ['no address to return to', { redirect_uri: '' }, '10003'],
    ['a script as the address', { redirect_uri: 'javascript:alert(1)' }, '10003'],
  ])('shows words for %s', async (_case, changes, number) => {
    const response = await authorize(await startTestSimulator(), changes)
    expect(response.status).toBe(200)
    expect(await response.text()).toContain(number)
  })
})

describe('access_token', () => {
  it('gives openid and tokens; unionid only for snsapi_userinfo', async () => {
    const simulator = await startTestSimulator()
    const base = await exchange(simulator, await obtainCode(simulator))
    expect(base).toMatchObject({
      scope: 'snsapi_base',
      expires_in: 7200,
      openid: await openidInApp(simulator, 'alice'),
    })
    expect(base).not.toHaveProperty('unionid')
    const full = await exchange(
      simulator,
      await obtainCode(simulator, { scope: 'snsapi_userinfo', _sim_user: 'alice' }),
    )
    expect(full.unionid).toBe((await simulator.signIn()).unionid)
  })

  it('marks a person of a snapshot page', async () => {
    const simulator = await startTestSimulator()
    await simulator.post('/_sim/current', { user: 'snapshot' })
    expect(await exchange(simulator, await obtainCode(simulator))).toMatchObject({ is_snapshotuser: 1 })
  })

  it.each([
    [41002, { appid: '' }],
    [41004, { secret: '' }],
    [41008, { code: '' }],
    [40002, { grant_type: 'client_credential' }],
    [40013, { appid: 'wx0000000000000000' }],
    [40125, { secret: 'wrong' }],
    [40029, { code: 'invented' }],
  ])('answers %i for %o', async (errcode, changes) => {
    const simulator = await startTestSimulator()
    expect(await exchange(simulator, await obtainCode(simulator), changes)).toMatchObject({ errcode })
  })

  it('takes a code once, for five minutes, and none of a mini program', async () => {
    const simulator = await startTestSimulator()
    const [spent, late] = [await obtainCode(simulator), await obtainCode(simulator)]
    await exchange(simulator, spent)
    expect(await exchange(simulator, spent)).toMatchObject({ errcode: 40163 })
    expect(await exchange(simulator, await simulator.login())).toMatchObject({ errcode: 40029 })
    simulator.advance(minutes(5))
    expect(await exchange(simulator, late)).toMatchObject({ errcode: 40029 })
  })
})

describe('userinfo', () => {
  async function obtainToken(simulator: TestSimulator, changes: Record<string, string> = {}) {
    const answer = await exchange(simulator, await obtainCode(simulator, { _sim_user: 'alice', ...changes }))
    return { access_token: String(answer.access_token), openid: String(answer.openid) }
  }

  it('gives name and an avatar that can be fetched', async () => {
    const simulator = await startTestSimulator()
    const answer = await simulator.get('/sns/userinfo', await obtainToken(simulator, { scope: 'snsapi_userinfo' }))
    expect(answer).toMatchObject({ nickname: '小林', privilege: [], unionid: expect.any(String) })
    const avatar = await fetch(String(answer.headimgurl))
    expect([avatar.status, avatar.headers.get('content-type')]).toEqual([200, 'image/png'])
  })

  it.each([
    [41001, { access_token: '' }],
    [40001, { access_token: 'invented' }],
    [41009, { openid: '' }],
    [40003, { openid: 'oInvented' }],
  ])('answers %i for %o', async (errcode, changes) => {
    const simulator = await startTestSimulator()
    const token = await obtainToken(simulator, { scope: 'snsapi_userinfo' })
    expect(await simulator.get('/sns/userinfo', { ...token, ...changes })).toMatchObject({ errcode })
  })

  it('answers 48001 under snsapi_base and 42001 after two hours', async () => {
    const simulator = await startTestSimulator()
    expect(await simulator.get('/sns/userinfo', await obtainToken(simulator))).toMatchObject({ errcode: 48001 })
    const token = await obtainToken(simulator, { scope: 'snsapi_userinfo' })
    simulator.advance(minutes(120))
    expect(await simulator.get('/sns/userinfo', token)).toMatchObject({ errcode: 42001 })
  })
})

async function openidInApp(simulator: TestSimulator, user: string): Promise<string | undefined> {
  const people = (await (await simulator.fetchPath('/_sim/users')).json()) as {
    id: string
    openids: Record<string, string>
  }[]
  return people.find(({ id }) => id === user)?.openids[appId]
}
