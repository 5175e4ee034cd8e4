import { createDecipheriv } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { describe, expect, it, onTestFinished } from 'vitest'
import { defaultApps } from '../state/seed.ts'
import { startTestSimulator } from '../testing/test-simulator.ts'
import { signPush } from './push-crypto.ts'

const token = 'SomeToken'
const aesKey = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG'

/** The server of an app, which answers what the test sets. */
async function startReceiver() {
  const receiver = {
    url: '',
    status: 200,
    answer: 'success',
    received: [] as { query: URLSearchParams; body: string }[],
  }
  const server = createServer(async (request, response) => {
    const { searchParams: query } = new URL(request.url ?? '', 'http://receiver')
    if (request.method === 'GET') return response.end(query.get('echostr'))
    receiver.received.push({ query, body: await text(request) })
    response.statusCode = receiver.status
    response.end(receiver.answer)
  }).listen(0, '127.0.0.1')
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  await once(server, 'listening')
  receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/push`
  return receiver
}

function decrypt(encrypted: string): string {
  const key = Buffer.from(`${aesKey}=`, 'base64')
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  const content = Buffer.concat([decipher.update(encrypted, 'base64'), decipher.final()])
  return content.toString('utf8', 20, 20 + content.readUInt32BE(16))
}

describe('message push', () => {
  it('shakes hands before it takes an address', async () => {
    const [simulator, { url }] = [await startTestSimulator(), await startReceiver()]
    expect(await simulator.post('/_sim/push', { url, token })).toMatchObject({ url, format: 'json', mode: 'plain' })
    expect(await simulator.post('/_sim/push', { url: `${simulator.url}/_sim/`, token })).toMatchObject({
      error: expect.stringContaining('handshake'),
    })
  })

  it('signs what it tells, in XML as WeChat writes it', async () => {
    const [simulator, receiver] = [await startTestSimulator(), await startReceiver()]
    await simulator.post('/_sim/push', { url: receiver.url, token, format: 'xml' })
    const told = { user: 'alice', event: 'user_authorization_revoke', revokeInfo: '8' }
    expect(await simulator.post('/_sim/events', told)).toMatchObject({ delivered: true, tries: [200] })
    const [{ query, body } = { query: new URLSearchParams(), body: '' }] = receiver.received
    expect(query.get('signature')).toBe(signPush(token, query.get('timestamp') ?? '', query.get('nonce') ?? ''))
    expect(body).toMatch(/^<xml><ToUserName><!\[CDATA\[gh_\w{12}\]\]><\/ToUserName>.*<\/xml>$/)
    expect(body).toContain('<Event><![CDATA[user_authorization_revoke]]></Event>')
    expect(body).toContain('<RevokeInfo><![CDATA[8]]></RevokeInfo>')
  })

  it('hides it in safe mode, under a signature of its own', async () => {
    const [simulator, receiver] = [await startTestSimulator(), await startReceiver()]
    await simulator.post('/_sim/push', { url: receiver.url, token, aesKey })
    await simulator.post('/_sim/events', { user: 'alice', event: 'user_authorization_cancellation' })
    const [{ query, body } = { query: new URLSearchParams(), body: '{}' }] = receiver.received
    const { Encrypt } = JSON.parse(body) as { Encrypt: string }
    const parts = [query.get('timestamp') ?? '', query.get('nonce') ?? '']
    expect(query.get('msg_signature')).toBe(signPush(token, ...parts, Encrypt))
    expect(JSON.parse(decrypt(Encrypt))).toMatchObject({
      Event: 'user_authorization_cancellation',
      AppID: defaultApps.weapp.appId,
    })
  })

  it('tries three times, and once more on demand', async () => {
    const [simulator, receiver] = [await startTestSimulator(), await startReceiver()]
    await simulator.post('/_sim/push', { url: receiver.url, token })
    receiver.status = 500
    const failed = await simulator.post('/_sim/events', { user: 'alice', event: 'user_info_modified' })
    expect(failed).toMatchObject({ delivered: false, tries: [500, 500, 500] })
    receiver.status = 200
    expect(await simulator.post(`/_sim/pushes/${failed.id}/repeat`)).toMatchObject({ delivered: true })
    expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1)
  })

  it('brings the verdict on a picture', async () => {
    const [simulator, receiver] = [await startTestSimulator({ settings: { mediaVerdictMs: 0 } }), await startReceiver()]
    await simulator.post('/_sim/push', { url: receiver.url, token })
    const { openid } = await simulator.signIn()
    const path = `/wxa/media_check_async?access_token=${await simulator.accessToken()}`
    const asked = { openid, scene: 1, version: 2, media_type: 2, media_url: 'https://example.com/face.jpg' }
    const { trace_id } = await simulator.post(path, asked)
    expect(await simulator.post(`/_sim/media-checks/${trace_id}`, { suggest: 'risky' })).toMatchObject({
      event: 'wxa_media_check',
      delivered: true,
    })
    expect(JSON.parse(receiver.received[0]?.body ?? '')).toMatchObject({ trace_id, result: { suggest: 'risky' } })
    expect(await simulator.post(path, { ...asked, media_url: '' })).toMatchObject({ errcode: 44004 })
    expect(await simulator.post(path, { ...asked, openid: 'oInvented' })).toMatchObject({ errcode: 40003 })
  })
})

describe('time and quotas', () => {
  it('can be set to any moment', async () => {
    const simulator = await startTestSimulator()
    const at = '2027-01-01T00:00:00.000Z'
    expect(await simulator.post('/_sim/clock', { at })).toEqual({ now: at })
    expect(await simulator.post('/_sim/clock', { at: '2025-01-01T00:00:00Z', advanceMs: 1000 })).toEqual({
      now: '2025-01-01T00:00:01.000Z',
    })
  })

  it.each([
    ['/wxa/business/getuserphonenumber', { perDay: 1 }, 1400001],
    ['/wxa/msg_sec_check', { perDay: 1 }, 45009],
    ['/wxa/msg_sec_check', { perMinute: 1 }, 45011],
  ])('%s with %o answers %i once it is used up, and again in time', async (path, quota, errcode) => {
    const simulator = await startTestSimulator()
    await simulator.post('/_sim/quotas', { path, ...quota })
    const ask = async () => simulator.post(`${path}?access_token=${await simulator.accessToken()}`, { code: 'x' })
    expect(await ask()).not.toMatchObject({ errcode })
    expect(await ask()).toMatchObject({ errcode })
    simulator.advance(86_400_000)
    expect(await ask()).not.toMatchObject({ errcode })
  })
})
