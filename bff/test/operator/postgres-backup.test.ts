import { randomBytes } from 'node:crypto'
import { chmod, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { hasProgram } from '../../src/lib/has-program.ts'
import { createAccounts } from '../support/account.ts'
import { createPostgresStorage } from '../support/postgres-storage.ts'
import { type Stack, startStack } from '../support/stack.ts'
import { createTemporaryFolder } from '../support/temporary-folder.ts'
import type { TestStorage } from '../support/test-storage.ts'
import { type CommandRun, createTrailpassCommand } from '../support/trailpass-command.ts'

const server = process.env.DATABASE_URL ?? ''
const canRun = server !== '' && hasProgram('pg_dump') && process.platform !== 'win32'
const password = 'canary-password'

/** An empty database and folder; its URL has a password, and a setting that only our driver knows. */
async function createEmptyPlace(): Promise<TestStorage> {
  const storage = await createPostgresStorage(server, { lasting: false })
  const url = new URL(storage.env.DATABASE_URL ?? '')
  url.password = password
  url.searchParams.set('uselibpqcompat', 'true')
  return { ...storage, env: { ...storage.env, DATABASE_URL: url.href } }
}

describe.runIf(canRun)('a backup of PostgreSQL', () => {
  let folder: Awaited<ReturnType<typeof createTemporaryFolder>>
  let stack: Stack
  let saved: { token: string; userId: string; avatarUrl: string | null }

  const trailpassOn = (storage: TestStorage, env: Record<string, string> = {}) =>
    createTrailpassCommand({ ...stack.env, ...storage.env, ...env }, { cwd: folder.path, answer: () => 'yes' })
  const trailpass = (...args: string[]) => trailpassOn(stack.storage)(...args)

  async function withEmptyPlace(use: (storage: TestStorage) => Promise<void>): Promise<void> {
    const storage = await createEmptyPlace()
    try {
      await use(storage)
    } finally {
      await storage.remove()
    }
  }

  async function withServerOn(storage: TestStorage, use: (restored: Stack) => Promise<void>): Promise<void> {
    const restored = await startStack(storage, { beside: stack, env: { ...stack.env, ...storage.env } })
    try {
      await use(restored)
    } finally {
      await restored.close()
    }
  }

  beforeAll(async () => {
    folder = await createTemporaryFolder()
    stack = await startStack(await createEmptyPlace())
    const { token, principal } = await stack.signIn()
    await stack.register(token, { nickname: '林小' })
    const { body } = await createAccounts(stack).saveAvatar(token)
    saved = { token, userId: principal.userId, avatarUrl: body.avatarUrl }
  }, 60_000)
  afterAll(async () => {
    await stack.close()
    await Promise.all([stack.storage.remove(), folder.remove()])
  })
  afterEach(() => vi.unstubAllEnvs())

  it('beside a server that writes is one file, and a restored one serves the same people', async () => {
    let isRunning = true
    const writing = (async () => {
      while (isRunning) await stack.becomeGuest()
    })()
    const made = await trailpass('backup', 'store.backup')
    isRunning = false
    await writing
    expect(made.stdout).toMatch(
      /^store\.backup: the store as of \S+, \d+ KB, 1 avatars; restoring it needs the MASTER_KEY/,
    )
    expect(made.stderr).toMatch(/^copying the database\n(copying \w+\n)*copying person\n/)
    expect((await stat(join(folder.path, 'store.backup'))).mode & 0o777).toBe(0o600)
    expect(await readdir(folder.path)).toEqual(['store.backup'])
    expect(await trailpass('backup', 'store.backup')).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('already exists'),
    })

    await withEmptyPlace(async (storage) => {
      const { exitCode, stdout, stderr } = await trailpassOn(storage)('restore', 'store.backup', '--json')
      expect({ exitCode, summary: JSON.parse(stdout) }).toMatchObject({
        exitCode: 0,
        summary: { avatars: 1, erasedAgain: 0 },
      })
      expect(stderr).toMatch(/^restoring the database\n(restoring \w+\n)*restoring person\n/)
      await withServerOn(storage, async (restored) => {
        expect((await restored.userInfo(saved.token)).body).toMatchObject({ nickname: '林小' })
        expect((await restored.api('GET', saved.avatarUrl ?? '')).status).toBe(200)
        expect((await restored.signIn()).principal).toEqual({ kind: 'member', userId: saved.userId })
      })
      expect(await readdir(storage.env.DATA_DIR)).toEqual(['avatars'])
      expect(await trailpassOn(storage)('restore', 'store.backup')).toMatchObject({
        exitCode: 1,
        stderr: expect.stringContaining('already holds a store'),
      })
    })
  })

  it('hands the password to the tools where nobody else sees it, and none of our keys', async () => {
    const spies = await createTemporaryFolder()
    for (const program of ['pg_dump', 'pg_restore']) {
      const path = join(spies.path, program)
      const rest = (process.env.PATH ?? '').replaceAll("'", '')
      const say = `{ echo "$@"; env; } > '${spies.path}/${program}.seen'`
      await writeFile(path, `#!/bin/sh\n${say}\nPATH='${rest}' exec ${program} "$@"\n`)
      await chmod(path, 0o755)
    }
    vi.stubEnv('PATH', [spies.path, process.env.PATH].join(delimiter))
    vi.stubEnv('MASTER_KEY', 'canary-master-key')
    const runs: CommandRun[] = [await trailpass('backup', 'spied.backup')]
    await withEmptyPlace(async (storage) => {
      runs.push(await trailpassOn(storage)('restore', 'spied.backup'))
    })
    for (const program of ['pg_dump', 'pg_restore']) {
      const [argv = '', ...env] = (await readFile(join(spies.path, `${program}.seen`), 'utf8')).split('\n')
      expect(argv).toContain('--dbname=postgres')
      expect(argv).not.toContain(password)
      expect(env).toContain(`PGPASSWORD=${password}`)
      expect(env.join('\n')).not.toContain('canary-master-key')
    }
    expect(runs.map(({ exitCode }) => exitCode)).toEqual([0, 0])
    expect(JSON.stringify(runs)).not.toContain(password)
    await spies.remove()
  })

  it('that cannot be made or restored says why, and leaves nothing behind', async () => {
    await trailpass('backup', 'good.backup')
    const good = await readFile(join(folder.path, 'good.backup'))
    await writeFile(join(folder.path, 'none.backup'), 'not a backup')
    const broken = Buffer.from(good)
    // Within the dump, after the table of its contents.
    broken[Math.floor(good.length / 2)] = (broken[Math.floor(good.length / 2)] ?? 0) ^ 1
    await writeFile(join(folder.path, 'broken.backup'), broken)
    await writeFile(join(folder.path, 'short.backup'), good.subarray(0, good.length / 2))
    const before = await readdir(folder.path)
    await withEmptyPlace(async (storage) => {
      const foreign = { MASTER_KEY: randomBytes(32).toString('base64') }
      const refusals: [Record<string, string>, string, string][] = [
        [{}, 'absent.backup', 'cannot be read'],
        [{}, 'none.backup', 'is not a Trailpass backup'],
        [{}, 'broken.backup', 'damaged'],
        [{}, 'short.backup', 'damaged'],
        [foreign, 'good.backup', 'MASTER_KEY is not the key the backup was made with'],
      ]
      for (const [env, file, words] of refusals) {
        const run = await trailpassOn(storage, env)('restore', file)
        expect(run).toMatchObject({ exitCode: 1, stdout: '', stderr: expect.stringContaining(words) })
        expect(await readdir(storage.env.DATA_DIR)).toEqual([])
      }
      // The database is as empty as before: it takes the good one.
      expect(await trailpassOn(storage)('restore', 'good.backup')).toMatchObject({ exitCode: 0 })
    })
    const nowhere = await trailpass('backup', 'no-such-folder/store.backup')
    expect(nowhere).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('cannot be written: ENOENT') })
    expect(await readdir(folder.path)).toEqual(before)
  })

  it('does not bring back who was erased since, where the audit is at hand', async () => {
    const lost = await stack.signIn({ user: 'bob' })
    const guest = await stack.signIn({ user: 'carol' })
    await stack.register(guest.token, { nickname: '阿雅' })
    await trailpass('backup', 'early.backup')
    await trailpass('user', 'erase', lost.principal.userId)
    await createAccounts(stack).withdraw(guest.token, 'privacy-policy')
    await writeFile(join(folder.path, 'audit.json'), (await trailpass('audit', '--json')).stdout)
    await withEmptyPlace(async (storage) => {
      const run = await trailpassOn(storage)('restore', 'early.backup', '--erased', 'audit.json')
      expect(run.stdout).toMatch(/^restored: .*; 1 erased again, 1 withdrawn again\n$/)
      expect(run.stderr).not.toContain('erase again')
      await withServerOn(storage, async (restored) => {
        expect((await restored.userInfo(lost.token)).status).toBe(401)
        expect((await restored.userInfo(guest.token)).body).toMatchObject({ registered: false, nickname: null })
        expect((await restored.userInfo(saved.token)).status).toBe(200)
        expect((await restored.signIn({ user: 'bob' })).principal.userId).not.toBe(lost.principal.userId)
      })
    })
    await withEmptyPlace(async (storage) => {
      expect(await trailpassOn(storage)('restore', 'early.backup', '--erased', 'early.backup')).toMatchObject({
        exitCode: 1,
        stderr: expect.stringContaining('is not the output of trailpass audit --json'),
      })
    })
  })

  it('with a folder of its own has no pictures: it backs nothing up, and leaves those of the erased to a server', async () => {
    const elsewhere = await createTemporaryFolder()
    const { token, principal } = await stack.signIn({ user: 'dave' })
    await stack.register(token)
    const { avatarUrl } = (await createAccounts(stack).saveAvatar(token)).body
    const there = trailpassOn(stack.storage, { DATA_DIR: elsewhere.path })
    expect(await there('backup', 'blind.backup')).toMatchObject({
      exitCode: 1,
      stderr: `none of the 2 avatars in use is in ${elsewhere.path}: run this with the DATA_DIR of the servers, or with --without-avatars; nothing was backed up\n`,
    })
    expect(await readdir(folder.path)).not.toContain('blind.backup')
    const lacking = await there('backup', 'blind.backup', '--without-avatars', '--json')
    expect({ ...lacking, summary: JSON.parse(lacking.stdout) }).toMatchObject({ exitCode: 0, summary: { lost: 2 } })
    expect(await there('user', 'erase', principal.userId)).toMatchObject({ exitCode: 0 })
    expect((await stack.api('GET', avatarUrl ?? '')).status).toBe(200)
    await stack.context.housekeeping.sweep()
    expect((await stack.api('GET', avatarUrl ?? '')).status).toBe(404)
    await elsewhere.remove()
  })

  it('that lacks a picture says so', async () => {
    const { token } = await stack.signIn({ user: 'erin' })
    await stack.register(token)
    const { avatarUrl } = (await createAccounts(stack).saveAvatar(token)).body
    await rm(join(stack.env.DATA_DIR ?? '', 'avatars', avatarUrl?.split('/').at(-1) ?? ''))
    const { exitCode, stderr, stdout } = await trailpass('backup', 'poor.backup', '--json')
    expect({ exitCode, summary: JSON.parse(stdout) }).toMatchObject({ exitCode: 0, summary: { lost: 1 } })
    expect(stderr).toContain('1 avatars in use are missing from')
  })

  it('is told as commands where the tools are missing', async () => {
    vi.stubEnv('PATH', folder.path)
    for (const command of ['backup', 'restore']) {
      const run = await trailpass(command, 'untold.backup')
      expect(run).toMatchObject({
        exitCode: 1,
        stdout: '',
        stderr: expect.stringMatching(/pg_dump --format=custom --file=untold\.backup.*pg_restore --dbname/s),
      })
      expect(run.stderr).not.toContain(password)
    }
  })
})
