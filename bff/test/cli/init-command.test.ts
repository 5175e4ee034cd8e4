import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadConfig } from '../../src/config/config.ts'
import { createTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts'
import { createTrailpassCommand } from '../support/trailpass-command.ts'

let folder: TemporaryFolder
beforeAll(async () => {
  folder = await createTemporaryFolder()
})
afterAll(() => folder.remove())

const init = (answers: Record<string, string>, ...args: string[]) => initWith({}, answers, ...args)

const initWith = (env: Record<string, string>, answers: Record<string, string>, ...args: string[]) =>
  createTrailpassCommand(env, {
    cwd: folder.path,
    answer: ({ message }) => Object.entries(answers).find(([part]) => message.includes(part))?.[1] ?? '',
  })('init', ...args)

it('writes variables that production starts with, keys of their own among them, and replaces none', async () => {
  const answers = { WeChat: 'https://trail.example', 'web client': 'https://h5.trail.example' }
  const { exitCode, stdout } = await init(answers)
  expect(exitCode).toBe(0)
  const path = join(folder.path, '.env')
  const text = await readFile(path, 'utf8')
  if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600)
  const env = parseEnv(text) as Record<string, string>
  const config = loadConfig(env)
  expect(config).toMatchObject({ production: true, publicUrl: 'https://trail.example', databaseUrl: null })
  for (const key of [env.MASTER_KEY, env.OPERATOR_TOKEN]) {
    expect(key).toHaveLength(key === env.MASTER_KEY ? 44 : 43)
    expect(stdout).not.toContain(key)
  }
  expect(await init(answers)).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('already exists') })
  expect(await readFile(path, 'utf8')).toBe(text)
  await init(answers, '--file', 'other.env')
  expect(parseEnv(await readFile(join(folder.path, 'other.env'), 'utf8')).MASTER_KEY).not.toBe(env.MASTER_KEY)
})

it('says what is wrong with an answer before it writes', async () => {
  const { exitCode, stderr } = await init({}, '--file', 'wrong.env', '--public-url', 'trail.example')
  expect({ exitCode, stderr }).toEqual({ exitCode: 3, stderr: expect.stringContaining('PUBLIC_URL: must be an http') })
  await expect(stat(join(folder.path, 'wrong.env'))).rejects.toThrow()
})

it('takes a password as an answer or a variable, and never as an argument', async () => {
  const url = Object.assign(new URL('postgres://trail@db.example/trail'), { password: 'opensesame' }).href
  const refused = await init({}, '--file', 'refused.env', '--database-url', url)
  expect(refused).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('a password must not be an argument') })
  expect(refused.stderr).not.toContain('opensesame')
  await expect(stat(join(folder.path, 'refused.env'))).rejects.toThrow()
  await initWith({ DATABASE_URL: url }, {}, '--file', 'variable.env')
  await init({ PostgreSQL: url }, '--file', 'answer.env', '--redis-url', 'redis://cache.example')
  for (const file of ['variable.env', 'answer.env'])
    expect(parseEnv(await readFile(join(folder.path, file), 'utf8')).DATABASE_URL).toBe(url)
})
