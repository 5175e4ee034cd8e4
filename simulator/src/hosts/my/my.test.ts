import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { createActivity } from '../activity.ts'
import { createCalls } from '../calls.ts'
import { createFaults } from '../faults.ts'
import { createTemporaryFiles } from '../files.ts'
import { createNetwork } from '../network.ts'
import { createRealm } from '../realm.ts'
import { alipayNetwork } from './network.ts'
import { createAlipayStorageApi } from './storage.ts'
import { alipayWording } from './wording.ts'

function createParts() {
  const faults = createFaults()
  const realm = createRealm('.', {}, faults)
  onTestFinished(realm.stop)
  return { parse: realm.parse, calls: createCalls(realm, createActivity(), faults, {}, alipayWording) }
}

async function request(status: number, body: string, options: object = {}): Promise<unknown> {
  const server = createServer((_, response) => response.writeHead(status).end(body))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const { calls, parse } = createParts()
  const network = createNetwork({
    calls,
    parse,
    files: createTemporaryFiles(),
    rewrite: (url) =>
      url.replace('https://trail.example', `http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    style: alipayNetwork('2021'),
  })
  return new Promise((success, fail) => network.request({ url: 'https://trail.example/', ...options, success, fail }))
}

it('answers status and headers, without errMsg', async () => {
  expect(await request(200, '{"name":"步道"}')).toEqual({
    status: 200,
    statusCode: 200,
    header: expect.anything(),
    headers: expect.objectContaining({ connection: expect.any(String) }),
    data: { name: '步道' },
  })
})

it('fails for a status from 400, with the answer as text', async () => {
  await expect(request(422, '{"code":"request.invalid"}')).rejects.toMatchObject({
    error: 19,
    status: 422,
    data: '{"code":"request.invalid"}',
  })
})

it('sends no PATCH', async () => {
  await expect(request(200, '{}', { method: 'PATCH' })).rejects.toMatchObject({ error: expect.any(Number) })
})

it('stores by options, and reads null for what is not there', () => {
  const { calls, parse } = createParts()
  const api = createAlipayStorageApi(calls, new Map(), parse)
  const read = api.getStorageSync as (options: object) => unknown
  const write = api.setStorageSync as (options: object) => void
  expect(read({ key: 'name' })).toEqual({ data: null })
  write({ key: 'name', data: '小林' })
  expect(read({ key: 'name' })).toEqual({ data: '小林' })
})
