import { randomBytes } from 'node:crypto'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createAccounts } from '../support/account.ts'
import { expectIntegrity } from '../support/integrity.ts'
import { h5, weapp } from '../support/journeys.ts'
import { operatorEnv } from '../support/operator-command.ts'
import { createSqliteStorage } from '../support/sqlite-storage.ts'
import { type Stack, type StackOptions, startStack } from '../support/stack.ts'
import { createTemporaryFolder } from '../support/temporary-folder.ts'
import type { TestStorage } from '../support/test-storage.ts'
import { createTrailpassCommand } from '../support/trailpass-command.ts'

let stack: Stack
let folder: Awaited<ReturnType<typeof createTemporaryFolder>>
let saved: { token: string; avatarUrl: string | null }
const earlier: string[] = []

beforeAll(async () => {
  folder = await createTemporaryFolder()
  stack = await startStack(await createSqliteStorage(), { env: operatorEnv })
  const { token } = await stack.signIn()
  await stack.register(token, { nickname: '林小' })
  const { body } = await createAccounts(stack).saveAvatar(token)
  saved = { token, avatarUrl: body.avatarUrl }
  for (let count = 0; count < 20; count++) earlier.push((await stack.becomeGuest()).token)
})
afterAll(async () => {
  await stack.close()
  await Promise.all([stack.storage.remove(), folder.remove()])
})

/** A data folder of its own on the key of the server that was backed up. */
async function withEmptyFolder(use: (storage: TestStorage, trailpass: Trailpass) => Promise<void>): Promise<void> {
  const storage = await createSqliteStorage()
  try {
    await use(storage, trailpassAt(storage))
  } finally {
    await storage.remove()
  }
}

type Trailpass = ReturnType<typeof createTrailpassCommand>
const trailpassAt = (storage: TestStorage, env: Record<string, string> = {}) =>
  createTrailpassCommand({ ...stack.env, ...storage.env, ...env }, { cwd: folder.path })

async function withServerOn(storage: TestStorage, use: (restored: Stack) => Promise<void>): Promise<void> {
  const options: StackOptions = { beside: stack, env: { ...stack.env, ...storage.env } }
  const restored = await startStack(storage, options)
  try {
    await use(restored)
  } finally {
    await restored.close()
  }
}

it('a backup beside a server that goes on writing is the store at one moment, and a restored one serves people', async () => {
  const beside = createTrailpassCommand(stack.env, { cwd: folder.path })
  let isRunning = true
  const later: string[] = []
  const writing = (async () => {
    while (isRunning) later.push((await stack.becomeGuest()).token)
  })()
  const backup = await beside('backup', 'store.backup')
  isRunning = false
  await writing
  expect(backup).toMatchObject({ exitCode: 0, stderr: 'copying the database\n' })
  expect(backup.stdout).toMatch(
    /^store\.backup: the store as of \S+, \d+ KB, 1 avatars; restoring it needs the MASTER_KEY/,
  )
  expect(later.length).toBeGreaterThan(0)
  if (process.platform !== 'win32') expect((await stat(join(folder.path, 'store.backup'))).mode & 0o777).toBe(0o600)
  expect(await beside('backup', 'store.backup')).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining('already exists'),
  })
  expect(await readdir(folder.path)).toEqual(['store.backup'])

  await withEmptyFolder(async (storage, trailpass) => {
    const { exitCode, stdout } = await trailpass('restore', join(folder.path, 'store.backup'), '--json')
    expect({ exitCode, summary: JSON.parse(stdout) }).toMatchObject({ exitCode: 0, summary: { avatars: 1 } })
    expectIntegrity(storage.env)
    if (process.platform !== 'win32') {
      const [picture = ''] = await readdir(join(storage.env.DATA_DIR, 'avatars'))
      for (const [path, mode] of [
        ['trailpass.db', 0o600],
        ['avatars', 0o700],
        [join('avatars', picture), 0o600],
      ] as const) {
        expect((await stat(join(storage.env.DATA_DIR, path))).mode & 0o777).toBe(mode)
      }
    }
    await withServerOn(storage, async (restored) => {
      expect((await restored.userInfo(saved.token)).body).toMatchObject({ nickname: '林小' })
      expect((await restored.api('GET', saved.avatarUrl ?? '')).status).toBe(200)
      const statuses = await Promise.all(earlier.map(async (token) => (await restored.userInfo(token)).status))
      expect(new Set(statuses)).toEqual(new Set([200]))
      // Of those who came while it was copied the first ones are in it and the others are not.
      const known = []
      for (const token of later) known.push((await restored.userInfo(token)).status === 200)
      expect(known.lastIndexOf(true)).toBe(known.filter(Boolean).length - 1)
      expect((await restored.signIn()).principal.kind).toBe('member')
    })
    expect(await trailpass('restore', 'store.backup')).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('already holds a store'),
    })
  })
})

it('a restore refuses what is no backup, is damaged, or was made with another key, and leaves nothing behind', async () => {
  await createTrailpassCommand(stack.env, { cwd: folder.path })('backup', 'good.backup')
  await writeFile(join(folder.path, 'none.backup'), 'not a database')
  const broken = await readFile(join(folder.path, 'good.backup'))
  await writeFile(join(folder.path, 'broken.backup'), broken.fill(7, 8192, 65_536))
  await withEmptyFolder(async (storage, trailpass) => {
    const foreign = trailpassAt(storage, { MASTER_KEY: randomBytes(32).toString('base64') })
    const refusals: [Trailpass, string, string][] = [
      [trailpass, 'absent.backup', 'cannot be read'],
      [trailpass, 'none.backup', 'is not a Trailpass backup'],
      [trailpass, 'broken.backup', 'damaged'],
      [trailpass, join(stack.env.DATA_DIR ?? '', 'trailpass.db'), 'is not a Trailpass backup'],
      [foreign, 'good.backup', 'MASTER_KEY is not the key the backup was made with'],
    ]
    for (const [run, file, words] of refusals) {
      expect(await run('restore', file)).toMatchObject({
        exitCode: 1,
        stdout: '',
        stderr: expect.stringContaining(words),
      })
      expect((await readdir(storage.env.DATA_DIR)).filter((name) => name !== 'lock.db')).toEqual([])
    }
  })
})

it('a restore brings back neither who was erased since, nor what was taken back since, where the audit is at hand', async () => {
  const beside = createTrailpassCommand(stack.env, { cwd: folder.path })
  const { withdraw, erase } = createAccounts(stack)
  const code = () => stack.code('bob', h5.appId)
  const apart = await stack.signIn({ platform: 'h5', appId: h5.appId, code: await code() })
  const joined = await stack.signIn({ user: 'bob' })
  const [back, again, cleared] = await Promise.all(
    ['carol', 'dave', 'erin'].map(async (user) => {
      const { token } = await stack.signIn({ user })
      await stack.register(token, { nickname: '阿雅' })
      return { user, token }
    }),
  )
  if (!back || !again || !cleared) throw new Error('three were asked for')
  // Of before the backup: it has both the withdrawal and the registration after it.
  await withdraw(again.token, 'privacy-policy')
  await stack.register(again.token, { nickname: '老陈' })
  stack.advance(1000)
  await beside('backup', 'early.backup')
  stack.advance(1000)
  await stack.signIn({ platform: 'h5', appId: h5.appId, code: await stack.webCode('bob') })
  await erase(joined.token)
  await withdraw(back.token, 'user-agreement')
  const { openid } = await stack.subject(cleared.user)
  const key = { platform: 'weapp', appId: weapp.appId, subject: openid } as const
  await stack.context.withdrawals.withdraw(key, ['nickname', 'steps'])
  const wanted = ['user.erase', 'consent.withdraw', 'consent.revoke']
  const audit = await beside('audit', '--action', ...wanted, '--json')
  await writeFile(join(folder.path, 'audit.json'), audit.stdout)

  await withEmptyFolder(async (storage, trailpass) => {
    const { stdout } = await trailpass('restore', 'early.backup', '--erased', 'audit.json')
    expect(stdout).toMatch(/; 2 erased again, 2 withdrawn again\n$/)
    await withServerOn(storage, async (restored) => {
      for (const { token } of [apart, joined]) expect((await restored.userInfo(token)).status).toBe(401)
      const told = async ({ token }: { token: string }) => (await restored.userInfo(token)).body
      expect(await told(back)).toMatchObject({ registered: false, nickname: null })
      expect(await told(again)).toMatchObject({ registered: true, nickname: '老陈' })
      expect(await told(cleared)).toMatchObject({ registered: true, nickname: null })
      // The restored store remembers it as well, for a backup that is made of it.
      const { store, stores } = restored.context
      const noted = await store.read(() => stores.audit.list({ limit: 9, action: 'consent.revoke' }))
      expect(noted).toMatchObject([{ actor: 'operator:test', detail: 'nickname steps' }])
    })
  })
})

it('a restore into the folder of a running server is refused', async () => {
  const beside = createTrailpassCommand(stack.env, { cwd: folder.path })
  expect(await beside('restore', 'good.backup')).toMatchObject({
    exitCode: 3,
    stderr: expect.stringContaining('another process is using the data folder'),
  })
})
