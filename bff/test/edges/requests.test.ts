import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, it } from 'vitest'
import { expectProblem } from '../support/expect-problem.ts'
import { randomId, weapp } from '../support/journeys.ts'
import { withStack } from '../support/with-stack.ts'

const guestBody = () => ({ platform: 'weapp', appId: weapp.appId, deviceId: randomId() })

it('answers unknown paths, wrong methods and foreign content as problems', () =>
  withStack(async ({ api, url }) => {
    expectProblem(await api('GET', '/v1/nothing'), 404, 'request.not_found')
    expectProblem(await api('GET', `/v1/avatars/${'0'.repeat(64)}.png`), 404, 'request.not_found')
    const wrongMethod = await api('PATCH', '/v1/session')
    expectProblem(wrongMethod, 405, 'request.method_not_allowed')
    expect(wrongMethod.headers.get('allow')?.split(', ').sort()).toEqual(['DELETE', 'POST'])
    const form = await fetch(`${url}/v1/session/guest`, { method: 'POST', body: new URLSearchParams(guestBody()) })
    expect(form.status).toBe(415)
  }))

it('takes a POST for the PATCH it says it is, and for nothing else', () =>
  withStack(async ({ api }) => {
    const as = (method: string) => ({ headers: { 'x-http-method-override': method } })
    expectProblem(await api('POST', '/v1/userinfo', as('PATCH')), 401, 'session.missing')
    expectProblem(await api('POST', '/v1/session', as('DELETE')), 400, 'request.invalid')
    expectProblem(await api('GET', '/v1/userinfo', as('PATCH')), 401, 'session.missing')
  }))

it('answers a broken, missing, deep or huge body with 4xx', () =>
  withStack(async ({ url, log }) => {
    const statusOf = async (body: string) => {
      const headers = { 'content-type': 'application/json' }
      return (await fetch(`${url}/v1/session/guest`, { method: 'POST', headers, body })).status
    }
    const twice = JSON.stringify(guestBody()).replace('{', '{"platform":"h5",')
    for (const body of [
      '',
      '{',
      '[]',
      'null',
      '"x"',
      '{"__proto__":{"platform":"weapp"}}',
      twice,
      '['.repeat(30_000),
    ]) {
      expect({ body: body.slice(0, 40), status: await statusOf(body) }).toEqual({
        body: body.slice(0, 40),
        status: 400,
      })
    }
    expect(await statusOf(JSON.stringify({ ...guestBody(), padding: 'x'.repeat(64 * 1024) }))).toBe(413)
    expect(log).not.toContain('"level":"error"')
  }))

it('serves what WeChat wants to read on a domain, and no other file', () =>
  withStack(
    async ({ url, api }) => {
      const answer = await fetch(`${url}/MP_verify_a1B2.txt`)
      expect(answer.headers.get('content-type')).toMatch(/^text\/plain/)
      expect(await answer.text()).toBe('a1B2')
      expect(await (await fetch(`${url}/d/k3J4.txt`)).text()).toBe('0f9e')
      expectProblem(await api('GET', '/MP_verify_b.txt'), 404, 'request.not_found')
    },
    { env: { WECHAT_VERIFY_FILES: 'MP_verify_a1B2.txt=a1B2, d/k3J4.txt=0f9e' } },
  ))

it('takes no request id from the caller', () =>
  withStack(async ({ api }) => {
    const { headers } = await api('GET', '/v1/overview', { headers: { 'request-id': 'mine' } })
    expect(headers.get('request-id')).toMatch(/^[0-9a-f-]{36}$/)
  }))

it('survives callers that hang up and headers that are none', () =>
  withStack(async ({ api, url }) => {
    const { port } = new URL(url)
    for (const bytes of ['POST /v1/session HTTP/1.1\r\nhost: x\r\ncontent-length: 99\r\n\r\n{', 'nonsense\r\n\r\n']) {
      const socket = connect(Number(port), '127.0.0.1')
      socket.end(bytes)
      await text(socket)
    }
    expect((await api('GET', '/readyz')).status).toBe(200)
  }))

it('serves its own description', () =>
  withStack(async ({ api }) => {
    const { status, body } = await api('GET', '/v1/openapi.json')
    expect(status).toBe(200)
    expect(body).toMatchObject({ openapi: '3.1.0' })
  }))
