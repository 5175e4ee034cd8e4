import { userInfo } from 'node:os'
import { readProcessEnv } from '../config/env.ts'
import { ask } from './ask.ts'
import { runCli } from './run-cli.ts'

process.exitCode = await runCli(process.argv.slice(2), {
  env: readProcessEnv(),
  cwd: process.cwd(),
  actor: `operator:${userInfo().username}`,
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  ask,
})
