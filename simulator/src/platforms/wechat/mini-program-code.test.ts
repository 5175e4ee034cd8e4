import { describe, expect, it } from 'vitest'
import { defaultApps, defaultSeed } from '../../state/seed.ts'
import { startTestSimulator } from '../../testing/test-simulator.ts'

const scene = "1aZ!#$&'()*+,/:;=?@-._~0123456789"
const seed = { ...defaultSeed, apps: [{ ...defaultApps.weapp, pages: ['pages/home/index'] }, defaultApps.h5] }

async function ask(body: Record<string, unknown> | string, options: Parameters<typeof startTestSimulator>[0] = {}) {
  const simulator = await startTestSimulator(options)
  const token = await simulator.accessToken()
  return simulator.fetchPath(`/wxa/getwxacodeunlimit?access_token=${token}`, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
}

describe('getwxacodeunlimit', () => {
  it('answers an image that holds the scene and says that it is simulated', async () => {
    const response = await ask({ scene: '1AB~&x', page: 'pages/home/index' }, { seed })
    expect(response.headers.get('content-type')).toBe('image/svg+xml')
    const image = await response.text()
    expect(image).toContain('模拟的小程序码：1AB~&amp;x')
  })

  it.each([
    [{ scene: scene.slice(0, 32) }],
    [{ scene: '1', page: 'pages/soon/index', check_path: false, env_version: 'develop' }],
  ])('accepts %o', async (body) => {
    expect((await ask(body, { seed })).headers.get('content-type')).toBe('image/svg+xml')
  })

  it.each([
    [40169, {}],
    [40169, { scene: '' }],
    [40169, { scene: 7 }],
    [40169, { scene: 'x'.repeat(33) }],
    [40169, { scene: '1%2B' }],
    [40169, { scene: '3号车' }],
    [41030, { scene: '1', page: 'pages/soon/index' }],
    [41030, { scene: '1', page: '/pages/home/index' }],
    [41030, { scene: '1', page: 'pages/home/index?a=1', check_path: false }],
    [40097, { scene: '1', env_version: 'beta' }],
    [47001, 'scene=1'],
  ])('answers %i for %o', async (errcode, body) => {
    const response = await ask(body, { seed })
    expect([response.status, await response.json()]).toMatchObject([200, { errcode }])
  })

  it('takes any page for published when nothing is known of them', async () => {
    expect((await ask({ scene: '1', page: 'pages/own/index' })).headers.get('content-type')).toBe('image/svg+xml')
  })

  it('needs an access token, and a mini program’s', async () => {
    const simulator = await startTestSimulator()
    expect(await simulator.post('/wxa/getwxacodeunlimit', { scene: '1' })).toMatchObject({ errcode: 41001 })
    const { appId, secret } = defaultApps.h5
    const credentials = { grant_type: 'client_credential', appid: appId, secret }
    const { access_token } = await simulator.post('/cgi-bin/stable_token', credentials)
    const path = `/wxa/getwxacodeunlimit?access_token=${access_token}`
    expect(await simulator.post(path, { scene: '1' })).toMatchObject({ errcode: 48001 })
  })
})
