import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startContestant } from '../contestants/start-contestant.ts'
import { type Findings, type Measurement, toFigure } from '../findings.ts'
import { createCaller } from '../load/caller.ts'
import { type Comparison, compare, type Entrant } from './compare.ts'
import { startWeChat, withContestants } from './contestants.ts'
import { bearer, expectOk, postLogin } from './requests.ts'
import { atMost } from './rows.ts'
import { seedAccounts } from './seed-accounts.ts'
import { builtBff, trailpassEnv } from './trailpass.ts'

const sizes = [10_000, 100_000, 1_000_000]
const readers = 200
const atOnce = 32
const goal = 1.15

type Ask = Entrant['ask']
const label = (size: number) => (size >= 1e6 ? `${size / 1e6}m` : `${size / 1000}k`)

/** Somebody from anywhere in the store, another one each time. */
const anybody = (turn: number, size: number) => (turn * 2_654_435_761) % size

/** A store of that size, with a server before it. */
async function startGrown(size: number, wechatUrl: string) {
  const dataDir = mkdtempSync(join(tmpdir(), 'trailpass-bench-'))
  const start = () =>
    startContestant(`${label(size)} accounts`, [builtBff], {
      ...trailpassEnv(wechatUrl),
      DATA_DIR: dataDir,
    })
  await (await start()).stop()
  seedAccounts(dataDir, size)
  const contestant = await start()
  return {
    ...contestant,
    async stop() {
      await contestant.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

async function signInReaders(contestant: Entrant['contestant'], size: number): Promise<string[]> {
  const caller = createCaller(contestant.url, atOnce)
  const tokens: string[] = []
  for (let turn = 0; turn < readers; turn++) {
    const { text } = await postLogin(caller, anybody(turn, size))
    tokens.push((JSON.parse(text) as { token: string }).token)
  }
  await caller.close()
  return tokens
}

function measure(): Promise<Findings> {
  return withContestants(async (keep) => {
    const wechat = keep(await startWeChat())
    const grown: { contestant: Entrant['contestant']; size: number; tokens: string[] }[] = []
    for (const size of sizes) {
      const contestant = keep(await startGrown(size, wechat.url))
      grown.push({ contestant, size, tokens: await signInReaders(contestant, size) })
    }
    const over = (requests: number, askOf: (of: (typeof grown)[number]) => Ask) =>
      compare(
        grown.map((each) => ({ contestant: each.contestant, ask: askOf(each) })),
        { rounds: 5, requests, atOnce },
      )
    const asReader =
      (path: string) =>
      (each: (typeof grown)[number]): Ask => {
        return (caller, turn) => expectOk(caller.call({ path, headers: bearer(each.tokens[turn % readers] ?? '') }))
      }
    const found = {
      login: await over(500, (each) => (caller, turn) => postLogin(caller, anybody(turn + readers, each.size))),
      'session-check': await over(800, asReader('/v1/userinfo')),
      ranking: await over(40, asReader('/v1/leaderboards/t1?period=all')),
    }
    return toFindings(found)
  })
}

function toFindings(found: Record<string, Comparison[]>): Findings {
  const rows = Object.entries(found).flatMap(([what, comparisons]) =>
    comparisons.map(({ cpuMicros }, index) => ({
      name: `growth.${what}.${label(sizes[index] ?? 0)}`,
      unit: 'µs of CPU a request',
      ...toFigure(cpuMicros),
    })),
  )
  const [small, , large] = found.login ?? []
  const growth = toFigure((large?.cpuMicros ?? []).map((micros, round) => micros / (small?.cpuMicros[round] ?? 0)))
  return {
    rows: [...rows, { name: 'growth.login', unit: 'times the cost at 10 k', ...growth }],
    goals: [atMost('cost of a login at 1 M accounts divided by that at 10 k', goal, growth.median)],
  }
}

export const growth: Measurement = { name: 'growth', measure }
