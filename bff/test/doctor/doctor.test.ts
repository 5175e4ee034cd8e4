import { randomBytes } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CheckName, Finding } from '../../src/doctor/finding.ts'
import { weapp } from '../support/journeys.ts'
import { operatorEnv } from '../support/operator-command.ts'
import { type Outside, startOutside } from '../support/outside.ts'
import { createPostgresStorage } from '../support/postgres-storage.ts'
import { safePush } from '../support/push.ts'
import { createSqliteStorage } from '../support/sqlite-storage.ts'
import { type Stack, startStack } from '../support/stack.ts'
import { createTemporaryFolder } from '../support/temporary-folder.ts'
import { createTrailpassCommand } from '../support/trailpass-command.ts'

let outside: Outside
let stack: Stack
let client: Awaited<ReturnType<typeof createTemporaryFolder>>

beforeAll(async () => {
  outside = await startOutside()
  client = await createTemporaryFolder()
  await buildMiniProgram('o().getWeRunData({})')
  const files = { WECHAT_VERIFY_FILES: 'MP_verify_a1.txt=a1' }
  const env = { ...operatorEnv, ...safePush, ...files, PUBLIC_URL: outside.url, PUBLIC_H5_URL: outside.url }
  stack = await startStack(await createSqliteStorage(), { env })
  outside.lead(stack.url)
})
afterAll(async () => {
  await stack.close()
  await outside.close()
  await Promise.all([stack.storage.remove(), client.remove()])
})

async function buildMiniProgram(code: string): Promise<void> {
  const folder = join(client.path, 'dist', 'weapp')
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'app.json'), '{"pages":[]}')
  await writeFile(join(folder, 'common.js'), code)
  const declaration = { requiredPrivateInfos: [], information: [{ interfaces: ['getWeRunData'] }] }
  await writeFile(join(client.path, 'privacy.json'), JSON.stringify(declaration))
}

async function examine(env: Record<string, string> = {}) {
  const trailpass = createTrailpassCommand({ ...stack.env, ...env })
  const { exitCode, stdout, stderr } = await trailpass('doctor', '--client', client.path, '--json')
  const findings = JSON.parse(stdout) as Finding[]
  return { exitCode, stderr, findings, wrong: findings.filter(({ state }) => state === 'wrong') }
}

const failTokens = (errcode: number) => () => stack.fail({ path: '/cgi-bin/stable_token', mode: 'errcode', errcode })
const recover = () => stack.recover()
const nothing = async () => {}

/** A fault, the check that has to find it, and a word of what it has to say. */
interface Planted {
  name: string
  finds: CheckName
  says: RegExp
  plant(): unknown
  mend(): unknown
  env?: Record<string, string>
}

const whileRunning: Planted[] = [
  { name: 'a wrong AppSecret', finds: 'app-secret', says: /40125/, plant: failTokens(40125), mend: recover },
  { name: 'a frozen AppSecret', finds: 'app-secret', says: /frozen.*40243/, plant: failTokens(40243), mend: recover },
  {
    name: 'an address not listed',
    finds: 'ip-allow-list',
    says: /allow list/,
    plant: failTokens(40164),
    mend: recover,
  },
  { name: 'an AppID of nobody', finds: 'app-id', says: /40013/, plant: failTokens(40013), mend: recover },
  { name: 'a quota used up', finds: 'token-quota', says: /quota/, plant: failTokens(45009), mend: recover },
  {
    name: 'a clock that is late',
    finds: 'clock',
    says: /s ahead of/,
    plant: () => stack.advance(300_000),
    mend: () => stack.advance(-300_000),
  },
  {
    name: 'a web page that is down',
    finds: 'h5-domain',
    says: /status 502/,
    plant: () => outside.answerInstead({ path: '/', status: 502, text: '' }),
    mend: () => outside.answerInstead(),
  },
  {
    name: 'a proxy without /v1',
    finds: 'h5-domain',
    says: /\/v1 on the same origin is not/,
    plant: () => outside.answerInstead({ path: '/v1/agreements', status: 404, text: '' }),
    mend: () => outside.answerInstead(),
  },
  {
    name: 'a page in the place of a verification file',
    finds: 'verification-file',
    says: /the content differs/,
    plant: () => outside.answerInstead({ path: '/MP_verify_a1.txt', status: 200, text: '<!doctype html>' }),
    mend: () => outside.answerInstead(),
  },
  {
    name: 'a push address that leads elsewhere',
    finds: 'push',
    says: /another server answers/,
    plant: () => outside.answerInstead({ path: '/v1/push', status: 200, text: 'hello' }),
    mend: () => outside.answerInstead(),
  },
  {
    name: 'an interface that is not declared',
    finds: 'privacy-declaration',
    says: /getLocation is used but not declared/,
    plant: () => buildMiniProgram('o().getWeRunData({});o().getLocation({})'),
    mend: () => buildMiniProgram('o().getWeRunData({})'),
  },
  {
    name: 'a package that is too big',
    finds: 'package-size',
    says: /the main package is \d+ KB; the limit is 2048 KB/,
    plant: () => buildMiniProgram(`o().getWeRunData({})${' '.repeat(2_200_000)}`),
    mend: () => buildMiniProgram('o().getWeRunData({})'),
  },
]

const whileStopped: Planted[] = [
  {
    name: 'a master key of another store',
    finds: 'master-key',
    says: /not the key/,
    plant: nothing,
    mend: nothing,
    env: { MASTER_KEY: randomBytes(32).toString('base64') },
  },
  { name: 'a variable', finds: 'configuration', says: /^PORT/, plant: nothing, mend: nothing, env: { PORT: 'x' } },
  {
    name: 'a database that is away',
    finds: 'store',
    says: /does not answer/,
    plant: nothing,
    mend: nothing,
    env: { DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none' },
  },
  {
    name: 'a Redis that is away',
    finds: 'redis',
    says: /REDIS_URL/,
    plant: nothing,
    mend: nothing,
    env: { REDIS_URL: 'redis://127.0.0.1:9' },
  },
]

async function expectFound({ finds, says, plant, mend, env }: Planted): Promise<void> {
  await plant()
  try {
    const { exitCode, findings, wrong } = await examine(env)
    expect(exitCode).toBe(1)
    const found = wrong.filter(({ check }) => check === finds)
    // What else is wrong is that the server does not run, where it does not.
    if (!env) expect(found).toEqual(wrong)
    expect(found.length).toBeGreaterThan(0)
    for (const { words, steps } of found) {
      expect(words).toMatch(says)
      expect(steps.length).toBeGreaterThan(0)
    }
    expect(JSON.stringify(findings)).not.toContain(weapp.secret)
  } finally {
    await mend()
  }
}

describe('beside a running server', () => {
  it('finds nothing wrong where nothing is', async () => {
    const { exitCode, stderr, wrong } = await examine()
    expect({ exitCode, stderr, wrong }).toEqual({ exitCode: 0, stderr: '', wrong: [] })
  })
  it.each(whileRunning)('finds $name', expectFound)

  it('says in lines what is wrong and what to do', async () => {
    await stack.fail({ path: '/cgi-bin/stable_token', mode: 'errcode', errcode: 40243 })
    const { stdout, stderr } = await createTrailpassCommand(stack.env)('doctor')
    await stack.recover()
    expect(stdout).toMatch(/^wrong {3}app-secret {11}weapp wxtrailpass0000001: The AppSecret is frozen/m)
    expect(stdout).toMatch(/^ {8}→ Unfreeze it at mp\.weixin\.qq\.com/m)
    expect(stderr).toBe('2 problems found\n')
  })
})

describe('beside a server that is down', () => {
  beforeAll(() => stack.stop())
  afterAll(() => stack.start())
  it.each(whileStopped)('finds $name', expectFound)
})

it.runIf(process.env.DATABASE_URL)('tells the room for avatars before there is a folder for them', async () => {
  const storage = await createPostgresStorage(process.env.DATABASE_URL ?? '')
  const DATA_DIR = join(storage.env.DATA_DIR, 'not', 'yet')
  const { findings } = await examine({ ...storage.env, DATA_DIR })
  const [disk] = findings.filter(({ check }) => check === 'disk')
  expect(disk).toMatchObject({
    state: expect.stringMatching(/^(ok|wrong)$/),
    words: expect.stringContaining('MB are free'),
  })
  await storage.remove()
})
