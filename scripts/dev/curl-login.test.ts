import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { expect, it, onTestFinished } from 'vitest'
import { curlLogin } from './curl-login.ts'

it.skipIf(process.platform === 'win32')('signs in when pasted into a shell', async () => {
  const received: [path: string | undefined, body: unknown][] = []
  const server = createServer(async (request, response) => {
    received.push([request.url, await json(request)])
    response.setHeader('Content-Type', 'application/json')
    response.end(request.url === '/_sim/login' ? '{"code":"0a-b_1"}' : '{"token":"t"}')
  }).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const { stdout } = await promisify(execFile)('sh', ['-c', curlLogin({ simulator: url, bff: url }, 'wx1', 'alice')])

  expect(stdout).toBe('{"token":"t"}')
  expect(received).toEqual([
    ['/_sim/login', { appId: 'wx1', user: 'alice' }],
    [
      '/v1/session',
      {
        platform: 'weapp',
        appId: 'wx1',
        code: '0a-b_1',
        nonce: expect.stringMatching(/^[A-Za-z0-9_-]{32}$/),
        deviceId: 'curl-on-this-machine-01',
      },
    ],
  ])
})
