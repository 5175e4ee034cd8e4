import { createGuestSession, deleteSession, getUserInfo, updateUserInfo, uploadAvatar } from '@trailpass/shared'
import { describe, expect, it, vi } from 'vitest'
import { createApiClient, type SessionAccess } from './api-client'
import { ApiError, NetworkError } from './api-error'
import type { Transport, TransportRequest, TransportResponse } from './transport'

const ok = (body: unknown): TransportResponse => ({ status: 200, headers: {}, body })
const refusal = (code: string, status: number, headers = {}): TransportResponse => ({
  status,
  headers,
  body: { type: 'about:blank', title: code, status, code, instance: 'r1' },
})
const expired = refusal('session.expired', 401)

/** A server that takes `alive` as bearer, whatever it is at that moment. */
function createServer(alive: { token: string }) {
  const requests: TransportRequest[] = []
  const transport: Transport = {
    async request(request) {
      requests.push(request)
      await Promise.resolve()
      return request.headers.Authorization === `Bearer ${alive.token}` ? ok({ userId: 'u1' }) : expired
    },
    upload: async ({ headers }) => (headers.Authorization === `Bearer ${alive.token}` ? ok({ userId: 'u1' }) : expired),
  }
  return { transport, requests }
}

function createClient(
  transport: Partial<Transport>,
  session: Partial<SessionAccess> & { current?: string | null } = {},
) {
  const unexpected = async () => {
    throw new Error('unexpected')
  }
  return createApiClient({
    transport: { request: unexpected, upload: unexpected, ...transport },
    baseUrl: 'https://bff.test',
    session: () => ({
      mode: 'bearer',
      token: () => session.current ?? null,
      renew: unexpected,
      member: () => null,
      speaksFor: () => true,
      regain: unexpected,
      ...session,
    }),
  })
}

const answering = (response: TransportResponse): Pick<Transport, 'request'> => ({ request: async () => response })

describe('a request', () => {
  it('carries method, address, contract, token and body', async () => {
    const request = vi.fn<Transport['request']>(async () => ok({ userId: 'u1' }))
    await createClient({ request }, { current: 'T1' }).call(updateUserInfo, { nickname: '小林' })
    expect(request).toHaveBeenCalledWith({
      method: 'PATCH',
      url: 'https://bff.test/v1/userinfo',
      headers: { 'Trailpass-Contract': '1', Authorization: 'Bearer T1' },
      body: { nickname: '小林' },
      timeoutMs: 10_000,
    })
  })

  it('speaks for nobody when told so', async () => {
    const request = vi.fn<Transport['request']>(async () => ok({}))
    const body = { platform: 'weapp', appId: 'wx1', deviceId: 'd'.repeat(22) } as const
    await createClient({ request }, { current: 'T1' }).call(createGuestSession, body, { token: null })
    expect(request.mock.calls[0]?.[0].headers).toEqual({ 'Trailpass-Contract': '1' })
  })

  it('leaves the token to the cookie in cookie mode', async () => {
    const request = vi.fn<Transport['request']>(async () => ok({ userId: 'u1' }))
    await createClient({ request }, { mode: 'cookie', current: 'cookie 1' }).call(getUserInfo)
    expect(request.mock.calls[0]?.[0].headers).toEqual({ 'Trailpass-Contract': '1', 'Trailpass-Session': 'cookie' })
  })
})

describe('an answer', () => {
  it('is its body', async () => {
    await expect(createClient(answering(ok({ userId: 'u1' }))).call(getUserInfo)).resolves.toEqual({ userId: 'u1' })
  })

  it('is nothing for 204', async () => {
    const client = createClient(answering({ status: 204, headers: {}, body: '' }))
    await expect(client.call(deleteSession)).resolves.toBeUndefined()
  })

  it.each([['<html>Welcome to our Wi-Fi</html>'], [null], [[]]])('is no answer of ours when it is %j', async (body) => {
    await expect(createClient(answering(ok(body))).call(getUserInfo)).rejects.toEqual(new NetworkError('network'))
  })

  it('becomes an ApiError with everything a problem says', async () => {
    const errors = [{ pointer: '/nickname', detail: 'too long' }]
    const response = refusal('request.invalid', 400)
    response.body = { ...(response.body as object), detail: 'why', errors }
    const error = await createClient(answering(response))
      .call(getUserInfo)
      .catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(ApiError)
    expect(error).toMatchObject({ code: 'request.invalid', status: 400, detail: 'why', errors })
  })

  it('keeps codes it does not know', async () => {
    const client = createClient(answering(refusal('bike.on_fire', 409)))
    await expect(client.call(getUserInfo)).rejects.toMatchObject({ code: 'bike.on_fire' })
  })

  it.each([
    ['120', 120_000],
    ['soon', undefined],
    [undefined, undefined],
  ])('reads Retry-After %s', async (header, retryAfterMs) => {
    const headers = header === undefined ? {} : { 'retry-after': header }
    const client = createClient(answering(refusal('rate_limit.exceeded', 429, headers)))
    await expect(client.call(getUserInfo)).rejects.toMatchObject({ retryAfterMs })
  })

  it('of a proxy in between becomes internal', async () => {
    const client = createClient(answering({ status: 502, headers: {}, body: '<html>Bad Gateway</html>' }))
    await expect(client.call(getUserInfo)).rejects.toMatchObject({ code: 'internal', status: 502 })
  })

  it('that never comes is a NetworkError, and nothing is sent again', async () => {
    const request = vi.fn(async () => {
      throw new NetworkError('timeout')
    })
    await expect(createClient({ request }).call(getUserInfo)).rejects.toEqual(new NetworkError('timeout'))
    expect(request).toHaveBeenCalledTimes(1)
  })
})

describe('a dead session', () => {
  it('is renewed once for 100 waiting calls, and each is repeated once', async () => {
    const alive = { token: 'T2' }
    const { transport, requests } = createServer(alive)
    const session = { current: 'T1' }
    const renew = vi.fn(async () => {
      await new Promise((resolve) => setTimeout(resolve))
      session.current = 'T2'
      return true
    })
    const client = createClient(transport, { token: () => session.current, renew })
    const answers = await Promise.all(Array.from({ length: 100 }, () => client.call(getUserInfo)))
    expect(answers).toEqual(Array(100).fill({ userId: 'u1' }))
    expect(renew.mock.calls).toEqual([['T1']])
    expect(requests).toHaveLength(200)
  })

  it('does not renew over a newer session when the refusal comes late', async () => {
    let release = (_response: TransportResponse) => {}
    const held = new Promise<TransportResponse>((resolve) => {
      release = resolve
    })
    const { transport } = createServer({ token: 'T2' })
    const session = { current: 'T1' }
    const renew = vi.fn(async () => true)
    const client = createClient(
      { request: (request) => (request.headers.Authorization === 'Bearer T1' ? held : transport.request(request)) },
      { token: () => session.current, renew },
    )
    const late = client.call(getUserInfo)
    session.current = 'T2'
    release(expired)
    await expect(late).resolves.toEqual({ userId: 'u1' })
    expect(renew).not.toHaveBeenCalled()
  })

  it('is not renewed a second time for the same call', async () => {
    const renew = vi.fn(async () => true)
    const request = vi.fn(async () => expired)
    const client = createClient({ request }, { current: 'T1', renew })
    await expect(client.call(getUserInfo)).rejects.toMatchObject({ code: 'session.expired' })
    expect(renew).toHaveBeenCalledTimes(1)
    expect(request).toHaveBeenCalledTimes(2)
  })

  it('leaves the refusal standing when there is no session to go on with', async () => {
    const request = vi.fn(async () => expired)
    const client = createClient({ request }, { current: 'T1', renew: async () => false })
    await expect(client.call(getUserInfo)).rejects.toMatchObject({ code: 'session.expired' })
    expect(request).toHaveBeenCalledTimes(1)
  })

  it('is renewed for an upload too', async () => {
    const { transport } = createServer({ token: 'T2' })
    const session = { current: 'T1' }
    const renew = async () => {
      session.current = 'T2'
      return true
    }
    const client = createClient(transport, { token: () => session.current, renew })
    await expect(client.upload(uploadAvatar, 'avatar', 'wxfile://a.png')).resolves.toEqual({ userId: 'u1' })
  })

  it.each([
    ['login.code_rejected', 401],
    ['session.identity_required', 403],
    ['registration.required', 403],
  ])('is not what %s means', async (code, status) => {
    const client = createClient(answering(refusal(code, status)), { current: 'T1' })
    await expect(client.call(getUserInfo)).rejects.toMatchObject({ code })
  })

  it('is not renewed by a call that speaks for a token of its own', async () => {
    const client = createClient(answering(expired), { current: 'T1' })
    await expect(client.call(deleteSession, undefined, { token: 'T0' })).rejects.toMatchObject({
      code: 'session.expired',
    })
  })
})

describe('a call of one person', () => {
  const mine = { as: 'u1' }

  it('is not sent while a guest stands in', async () => {
    const regain = vi.fn(async () => {})
    const client = createClient({}, { current: 'G1', speaksFor: () => false, regain })
    await expect(client.call(getUserInfo, undefined, mine)).rejects.toMatchObject({ code: 'session.expired' })
    expect(regain).toHaveBeenCalledOnce()
  })

  it('is one of the member on screen, unless it says otherwise', async () => {
    const { transport } = createServer({ token: 'G1' })
    const stoodIn = { current: 'G1', member: () => 'u1', speaksFor: () => false, regain: async () => {} }
    const client = createClient(transport, stoodIn)
    const refused = { code: 'identity_provider.unavailable' }
    await expect(client.call(updateUserInfo, { ranked: false })).rejects.toMatchObject(refused)
    await expect(client.upload(uploadAvatar, 'avatar', 'a.png')).rejects.toMatchObject(refused)
    await expect(client.call(getUserInfo, undefined, { as: null })).resolves.toEqual({ userId: 'u1' })
  })

  it('waits for the login that brings the person back', async () => {
    const { transport, requests } = createServer({ token: 'T2' })
    const session = { current: 'G1' }
    const client = createClient(transport, {
      token: () => session.current,
      speaksFor: (userId) => userId === 'u1' && session.current === 'T2',
      regain: async () => {
        session.current = 'T2'
      },
    })
    await expect(client.call(getUserInfo, undefined, mine)).resolves.toEqual({ userId: 'u1' })
    expect(requests).toHaveLength(1)
  })

  it('is not repeated as the guest of a renewal', async () => {
    const { transport, requests } = createServer({ token: 'G1' })
    const session = { current: 'T1' }
    const client = createClient(transport, {
      token: () => session.current,
      speaksFor: () => session.current === 'T1',
      renew: async () => {
        session.current = 'G1'
        return true
      },
    })
    await expect(client.call(getUserInfo, undefined, mine)).rejects.toMatchObject({ code: 'session.expired' })
    expect(requests).toHaveLength(1)
  })
})
