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
  ['PUBLIC_URL', 'publicUrl', 'The address at which WeChat reaches this server (https://…), if it has one yet'],
  ['PUBLIC_H5_URL', 'h5Url', 'The address of the web client, if there is one'],
  [
    'DATABASE_URL',
    'databaseUrl',
    'A PostgreSQL database for many processes; none: one process, with a store of its own',
  ],
  ['REDIS_URL', 'redisUrl', 'A Redis that many processes share; none: each counts limits for itself'],
] as const

export function addInitCommand(program: Command, withoutStore: WithoutStore): void {
  program
    .command('init')
    .description('write a file of variables for production, with keys made for it; it refuses to replace one')
    .option('--file <file>', 'where it goes', '.env')
    .option('--data-dir <folder>', 'the folder of the store and the avatars')
    .option('--public-url <url>', 'where WeChat reaches this server')
    .option('--h5-url <url>', 'where the web client is')
    .option('--database-url <url>', 'PostgreSQL; one with a password is asked for, or comes in DATABASE_URL')
    .option('--redis-url <url>', 'Redis; one with a password is asked for, or comes in REDIS_URL')
    .option('--json', 'as JSON')
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
      throw new CommandError(`a password is no argument: leave ${name} out and it is asked for, or set the variable`)
    }
    variables[name] = given ?? env[name] ?? (await ask({ kind: 'text', message, optional: true }))
  }
  // Says what is wrong before it is written.
  loadConfig(variables)
  await writeNew(resolve(cwd, file), variables)
  if (json) return out(JSON.stringify({ file, variables: Object.keys(variables) }))
  out(`${file}: written, for nobody else to read. Keep a copy of its MASTER_KEY where no backup of the store is.`)
  out(`start it:     node --env-file=${file} bff/dist/main.js`)
  out(`add an app:   node --env-file=${file} bff/dist/cli.js app add <app-id> --platform weapp`)
  out(`its secret:   node --env-file=${file} bff/dist/cli.js secret set <app-id>`)
  out(`then:         node --env-file=${file} bff/dist/cli.js doctor`)
}

const hasPassword = (url: string) => URL.canParse(url) && new URL(url).password !== ''

async function writeNew(path: string, variables: Record<string, string>): Promise<void> {
  const lines = Object.entries(variables).filter(([, value]) => value !== '')
  const text = ['# .env.example explains each variable.', ...lines.map(([name, value]) => `${name}=${value}`), ''].join(
    '\n',
  )
  await writeFile(path, text, { flag: 'wx', mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
    throw new CommandError(error.code === 'EEXIST' ? `${path} is there already: it is left as it is` : error.message)
  })
}
