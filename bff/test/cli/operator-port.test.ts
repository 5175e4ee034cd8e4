import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { storages } from '../support/storages.ts'
import { createTrailpassCommand } from '../support/trailpass-command.ts'
import { withStack } from '../support/with-stack.ts'

const token = randomBytes(24).toString('base64url')
const add = ['trail', 'add', '--name', '青龙湖步道', '--length-meters', '5200']

it.each(storages)('a command beside a running server works, on $name', (storage) =>
  withStack(
    async (stack) => {
      const trailpass = createTrailpassCommand(stack.env)
      expect(await trailpass(...add)).toEqual({
        exitCode: 0,
        stdout: '青龙湖步道  5200 m  Asia/Shanghai\n',
        stderr: '',
      })
      const [bike] = JSON.parse(
        (await trailpass('device', 'add', '--trail', '青龙湖步道', '--number', '7', '--json')).stdout,
      ) as { id: string }[]
      await trailpass('device', 'revoke', bike?.id ?? '')
      const audit = JSON.parse((await trailpass('audit', '--limit', '1', '--json')).stdout)
      expect(audit).toMatchObject([{ action: 'device.revoke', actor: 'operator:test' }])
    },
    { storage, env: { OPERATOR_TOKEN: token } },
  ),
)

it('what a command cannot do is said in the same words and exit codes through the server', () =>
  withStack(
    async (stack) => {
      const trailpass = createTrailpassCommand(stack.env)
      expect(await trailpass('device', 'renew', 'N0B1KE00')).toEqual({
        exitCode: 1,
        stdout: '',
        stderr: 'there is no bike with the id N0B1KE00: trailpass device list\n',
      })
      expect(await trailpass('device', 'add', '--trail', 'x', '--number', '0')).toMatchObject({ exitCode: 2 })
      expect(await trailpass('nothing')).toMatchObject({ exitCode: 2 })
      expect(await trailpass('--help')).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('Usage:') })
    },
    { env: { OPERATOR_TOKEN: token } },
  ))

it('a server without a token takes no commands, and a command says what to do', () =>
  withStack(async (stack) => {
    expect(stack.log).toContain('OPERATOR_TOKEN is not set')
    const without = await createTrailpassCommand(stack.env)('trail', 'list')
    expect(without).toMatchObject({ exitCode: 3, stdout: '' })
    expect(without.stderr).toMatch(
      /^a server is using the data folder .*the same OPERATOR_TOKEN for it and this command, or stop it first\n$/,
    )
    const alone = await createTrailpassCommand({ ...stack.env, OPERATOR_PORT: '9', OPERATOR_TOKEN: token })(
      'trail',
      'list',
    )
    expect(alone).toMatchObject({ exitCode: 3, stdout: '' })
    expect(alone.stderr).toContain('was it started with an OPERATOR_TOKEN?')
  }))

it('nobody commands with another token, or none, and no token is in the log', () =>
  withStack(
    async (stack) => {
      const other = await createTrailpassCommand({ ...stack.env, OPERATOR_TOKEN: token.toUpperCase() })('trail', 'list')
      expect(other).toMatchObject({ exitCode: 3, stderr: expect.stringContaining('uses a different OPERATOR_TOKEN') })
      for (const authorization of ['', 'Bearer ', `Basic ${token}`, `Bearer ${token.slice(1)}`]) {
        const response = await fetch(`${stack.operatorUrl}/command`, { method: 'POST', headers: { authorization } })
        expect(response.status).toBe(401)
      }
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
      const body = JSON.stringify({ argv: 'trail list' })
      expect((await fetch(`${stack.operatorUrl}/command`, { method: 'POST', headers, body })).status).toBe(400)
      expect((await fetch(`${stack.url}/command`, { method: 'POST', headers, body })).status).toBe(404)
      expect(stack.log).not.toContain(token)
    },
    { env: { OPERATOR_TOKEN: token } },
  ))

it('the address of a server that has stopped leads nowhere, and its store can be opened again', () =>
  withStack(
    async (stack) => {
      const trailpass = createTrailpassCommand(stack.env)
      await stack.stop()
      expect(await trailpass(...add)).toMatchObject({ exitCode: 0 })
      await stack.start()
      expect((await trailpass('trail', 'list')).stdout).toContain('青龙湖步道')
    },
    { env: { OPERATOR_TOKEN: token } },
  ))
