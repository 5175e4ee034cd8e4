import { generateKeyPairSync, sign } from 'node:crypto'
import { expect, it } from 'vitest'
import { Secret } from '../../domain/secret.ts'
import { createLogger } from '../../lib/logger.ts'
import { createPrometheusMetrics } from '../prometheus/prometheus-metrics.ts'
import { createFlights } from '../upstream/flights.ts'
import type { UpstreamRequest } from '../upstream/upstream.ts'
import { createAskAlipay } from './ask.ts'

const ours = generateKeyPairSync('rsa', { modulusLength: 1024 })
const theirs = generateKeyPairSync('rsa', { modulusLength: 1024 })
const app = {
  platform: 'alipay',
  appId: '2021',
  secrets: [new Secret(String(ours.privateKey.export({ type: 'pkcs8', format: 'pem' })))],
}
const signed = (content: string, privateKey = theirs.privateKey) =>
  `"sign":"${sign('RSA-SHA256', Buffer.from(content), privateKey).toString('base64')}"`

function ask(text: string) {
  const requests: UpstreamRequest[] = []
  const log = createLogger('silent')
  const upstream = {
    async text(request: UpstreamRequest) {
      requests.push(request)
      return text
    },
    request: async () => ({}),
    close: async () => {},
  }
  const clock = { now: () => new Date(Date.UTC(2026, 10, 1, 17)) }
  const call = createAskAlipay({
    upstream,
    flights: createFlights({ log, metrics: createPrometheusMetrics() }),
    clock,
    publicKey: theirs.publicKey,
    log,
  })
  return { requests, answer: call(app, 'alipay.x.y', { code: 'c' }) }
}

it('puts what every call has into the query, and asks in the time of China', async () => {
  const content = '{"open_id":"o1"}'
  const { requests, answer } = ask(`{"alipay_x_y_response":${content},${signed(content)}}`)
  expect(await answer).toEqual({ fields: { open_id: 'o1' } })
  expect(requests).toMatchObject([
    { method: 'POST', path: '/gateway.do', query: { timestamp: '2026-11-02 01:00:00' }, form: { code: 'c' } },
  ])
  expect(requests[0]?.query).not.toHaveProperty('code')
})

it.each([
  ['unsigned', '{"alipay_x_y_response":{"open_id":"o1"}}'],
  [
    'signed by somebody else',
    `{"alipay_x_y_response":{"open_id":"o1"},${signed('{"open_id":"o1"}', ours.privateKey)}}`,
  ],
  ['changed afterwards', `{"alipay_x_y_response":{"open_id":"o2"},${signed('{"open_id":"o1"}')}}`],
  ['passed off as a refusal', '{"error_response":{"open_id":"o1"}}'],
  ['passed off as a refusal that is none', '{"error_response":{"code":"10000","open_id":"o1"}}'],
  ['of another operation', `{"alipay_z_response":{"open_id":"o1"},${signed('{"open_id":"o1"}')}}`],
])('takes no answer that is %s', async (_, text) => {
  await expect(ask(text).answer).rejects.toMatchObject({ name: 'UpstreamError' })
})

it('takes a refusal whether or not it is signed', async () => {
  const refusal = { code: '40002', subCode: 'isv.code-invalid' }
  const content = '{"code":"40002","sub_code":"isv.code-invalid"}'
  expect(await ask(`{"error_response":${content}}`).answer).toEqual({ refusal, wasBusy: false })
  const own = `{"alipay_x_y_response":${content},${signed(content)}}`
  expect(await ask(own).answer).toEqual({ refusal, wasBusy: false })
})
