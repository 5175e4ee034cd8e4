import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { loadConfig } from '../config/config.ts'
import type { StandaloneContext, WithoutStore } from './command-context.ts'
import { CommandError } from './command-error.ts'

interface InitOptions {
  file: string
  json?: boolean
  dataDir?: string
  publicUrl?: string
  h5Url?: string
  databaseUrl?: string
  redisUrl?: string
}

/** What is asked for where neither an option nor a variable of this name gives it. */
const asked = [
  ['PUBLIC_URL', 'publicUrl', 'The address at which WeChat reaches this server (https://…), if there is one yet'],
  ['PUBLIC_H5_URL', 'h5Url', 'The address of the web client, if there is one'],
  [
    'DATABASE_URL',
    'databaseUrl',
    'A PostgreSQL database, for several processes (leave empty for one process with an embedded store)',
  ],
  ['REDIS_URL', 'redisUrl', 'A Redis that the processes share (leave empty to count limits per process)'],
] as const

export function addInitCommand(program: Command, withoutStore: WithoutStore): void {
  program
    .command('init')
    .description('write the environment file for production, with newly generated keys; never overwrites a file')
    .option('--file <file>', 'the file to write', '.env')
    .option('--data-dir <folder>', 'the folder for the store and the avatars')
    .option('--public-url <url>', 'the address at which WeChat reaches this server')
    .option('--h5-url <url>', 'the address of the web client')
    .option('--database-url <url>', 'PostgreSQL; enter a URL with a password at the prompt or in DATABASE_URL')
    .option('--redis-url <url>', 'Redis; enter a URL with a password at the prompt or in REDIS_URL')
    .option('--json', 'print JSON')
    .action((options: InitOptions) => withoutStore((context) => init(context, options)))
}

async function init({ cwd, env, ask, out }: StandaloneContext, { file, json, ...options }: InitOptions): Promise<void> {
  const variables: Record<string, string> = {
    NODE_ENV: 'production',
    DATA_DIR: resolve(cwd, options.dataDir ?? 'data'),
    MASTER_KEY: randomBytes(32).toString('base64'),
    OPERATOR_TOKEN: randomBytes(32).toString('base64url'),
  }
  for (const [name, option, message] of asked) {
    const given = options[option]
    // Arguments are in the shell's history, and in the list of processes for everybody on the machine.
    if (given !== undefined && hasPassword(given)) {
      throw new CommandError(`a password must not be an argument: omit the option to be asked for it, or set ${name}`)
    }
    variables[name] = given ?? env[name] ?? (await ask({ kind: 'text', message, optional: true }))
  }
  // Says what is wrong before it is written.
  loadConfig(variables)
  await writeNew(resolve(cwd, file), variables)
  if (json) return out(JSON.stringify({ file, variables: Object.keys(variables) }))
  out(`${file} is written, readable by you alone. Keep a copy of its MASTER_KEY apart from backups of the store.`)
  out(`start the server:  node --env-file=${file} bff/dist/main.js`)
  out(`register an app:   node --env-file=${file} bff/dist/cli.js app add <app-id> --platform weapp`)
  out(`store its secret:  node --env-file=${file} bff/dist/cli.js secret set <app-id>`)
  out(`check the setup:   node --env-file=${file} bff/dist/cli.js doctor`)
}

const hasPassword = (url: string) => URL.canParse(url) && new URL(url).password !== ''

async function writeNew(path: string, variables: Record<string, string>): Promise<void> {
  const lines = Object.entries(variables).filter(([, value]) => value !== '')
  const text = ['# .env.example explains each variable.', ...lines.map(([name, value]) => `${name}=${value}`), ''].join(
    '\n',
  )
  await writeFile(path, text, { flag: 'wx', mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
    throw new CommandError(error.code === 'EEXIST' ? `${path} already exists and is left unchanged` : error.message)
  })
}
