import { describe, expect, it } from 'vitest'
import { defaultApps } from '../../state/seed.ts'
import { minutes, startTestSimulator } from '../../testing/test-simulator.ts'
import { alipayKeys, contentToSign, isSignedBy, signContent } from './signatures.ts'

const { appId } = defaultApps.alipay

interface GatewayAnswer {
  sign: string
  alipay_system_oauth_token_response?: object
  error_response?: object
}

async function start() {
  const simulator = await startTestSimulator()
  const authCode = async () => String((await simulator.post('/_sim/login', { appId, user: 'alice' })).code)

  async function ask(changes: Record<string, string>, privateKey = alipayKeys().app.privateKey) {
    const parameters = {
      app_id: appId,
      method: 'alipay.system.oauth.token',
      format: 'JSON',
      charset: 'utf-8',
      sign_type: 'RSA2',
      timestamp: '2026-06-01 08:00:00',
      version: '1.0',
      grant_type: 'authorization_code',
      ...changes,
    }
    const sign = signContent(contentToSign(parameters), privateKey)
    const response = await simulator.fetchPath('/gateway.do', {
      method: 'POST',
      body: new URLSearchParams({ ...parameters, sign, ...(changes.sign !== undefined && { sign: changes.sign }) }),
    })
    const text = await response.text()
    const content = /^\{"\w+":(\{.*\}),"sign":"[^"]*"\}$/.exec(text)?.[1] ?? ''
    const answer = JSON.parse(text) as GatewayAnswer
    return { response, content, answer }
  }

  return { ...simulator, authCode, ask }
}

it('changes a code for who it is, once, and signs what it says', async () => {
  const { ask, authCode } = await start()
  const code = await authCode()
  const { response, content, answer } = await ask({ code })
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('text/html;charset=utf-8')
  expect(answer.alipay_system_oauth_token_response).toMatchObject({
    open_id: expect.any(String),
    access_token: expect.any(String),
  })
  expect(answer.alipay_system_oauth_token_response).not.toHaveProperty('code')
  expect(isSignedBy(content, answer.sign, alipayKeys().alipay.publicKey)).toBe(true)
  expect((await ask({ code })).answer.error_response).toMatchObject({ code: '40002', sub_code: 'isv.code-invalid' })
})

it('names people by user_id where the app is an old one', async () => {
  const { ask, authCode, post } = await start()
  await post('/_sim/settings', { alipayOpenId: 0 })
  const { answer } = await ask({ code: await authCode() })
  expect(answer.alipay_system_oauth_token_response).toMatchObject({ user_id: expect.stringMatching(/^2088\d{12}$/) })
  expect(answer.alipay_system_oauth_token_response).not.toHaveProperty('open_id')
})

it('forgets a code after its time', async () => {
  const { ask, authCode, advance } = await start()
  const code = await authCode()
  advance(minutes(5))
  expect((await ask({ code })).answer.error_response).toMatchObject({ sub_code: 'isv.code-invalid' })
})

describe('refuses, signed,', () => {
  it.each([
    [{ app_id: '2021' }, 'isv.invalid-app-id'],
    [{ app_id: defaultApps.weapp.appId }, 'isv.invalid-app-id'],
    [{ sign_type: 'RSA' }, 'isv.invalid-signature-type'],
    [{ timestamp: '1780000000000' }, 'isv.invalid-timestamp'],
    [{ method: 'alipay.trade.pay' }, 'isv.invalid-method'],
    [{ grant_type: 'password' }, 'isv.grant-type-invalid'],
    [{ code: 'invented' }, 'isv.code-invalid'],
    [{ sign: 'AAAA' }, 'isv.invalid-signature'],
  ])('%j with %s', async (changes, subCode) => {
    const { ask } = await start()
    const { content, answer } = await ask(changes as Record<string, string>)
    expect(answer.error_response).toMatchObject({ sub_code: subCode })
    expect(isSignedBy(content, answer.sign, alipayKeys().alipay.publicKey)).toBe(true)
  })
})

it('plays a fault in its own words', async () => {
  const { ask, authCode, fail } = await start()
  await fail({ mode: 'busy', count: 1 })
  expect((await ask({ code: await authCode() })).answer.error_response).toMatchObject({ code: '20000' })
  await fail({ mode: 'errcode', subCode: 'isv.insufficient-isv-permissions' })
  expect((await ask({ code: await authCode() })).answer.error_response).toMatchObject({ code: '40006' })
})
