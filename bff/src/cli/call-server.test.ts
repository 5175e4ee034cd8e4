import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import type { Config } from '../config/config.ts'
import { Secret } from '../domain/secret.ts'
import { callServer } from './call-server.ts'
import { exitCodes } from './command-error.ts'

/** What a command hears from a server that answers so. */
async function call(answer: (response: ServerResponse) => void) {
  const server = createServer((_, response) => answer(response)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const operator = { token: new Secret('token'), host: '127.0.0.1', port }
  const lines: string[] = []
  const output = { out: (line: string) => void lines.push(line), err: () => {} }
  const asked = { argv: [], cwd: '/', answer: '', actor: 'operator:test' }
  const outcome = await callServer({ dataDir: '/nowhere', operator } as unknown as Config, asked, output).catch(
    (error) => error,
  )
  server.close()
  return { outcome, lines }
}

it('reads what is written, however it is cut', async () => {
  const { outcome, lines } = await call(async (response) => {
    const text = Buffer.from(`${JSON.stringify({ out: '步道' })}\n${JSON.stringify({ out: 'two' })}\n{"exitCode":0}\n`)
    for (const byte of text) {
      response.write(Buffer.of(byte))
      await new Promise(setImmediate)
    }
    response.end()
  })
  expect({ outcome, lines }).toEqual({ outcome: undefined, lines: ['步道', 'two'] })
})

it('says that it does not know where the server ended first, and ends by itself', async () => {
  const { outcome, lines } = await call((response) => {
    response.write('{"out":"one"}\n{"out":', () => response.destroy())
  })
  expect(lines).toEqual(['one'])
  expect(outcome).toMatchObject({
    exitCode: exitCodes.unreachable,
    message: 'the server stopped before the command ended: its outcome is unknown',
  })
})
