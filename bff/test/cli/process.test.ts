import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { weapp } from '../support/journeys.ts'
import { operatorEnv } from '../support/operator-command.ts'
import { withStack } from '../support/with-stack.ts'

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))

/** The built command with its standard input, which is no terminal. */
async function run(env: Record<string, string>, input: string, ...args: string[]) {
  const { PATH, SystemRoot } = process.env
  const child = spawn(process.execPath, [cli, ...args], { env: { PATH, SystemRoot, ...env } })
  child.stdin.end(input)
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { exitCode: child.exitCode, stdout, stderr }
}

it('the built command reads a secret from its standard input, and ends with its exit code', () =>
  withStack(
    async ({ env }) => {
      const kept = await run(env, `${weapp.secret}\n`, 'secret', 'set', weapp.appId)
      expect({ ...kept, stderr: '' }).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/[0-9a-f]{12}/) })
      expect(kept.stdout).not.toContain(weapp.secret)
      const refused = await run(env, '', 'secret', 'set', weapp.appId)
      expect(refused).toEqual({ exitCode: 1, stdout: '', stderr: 'nothing was changed: no input was given\n' })
    },
    { env: operatorEnv },
  ))
