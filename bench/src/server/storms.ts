import { type Figure, type Findings, type Measurement, type Row, toFigure } from '../findings.ts'
import { createCaller, drive } from '../load/caller.ts'
import type { BenchOptions } from '../options.ts'
import { startWeChat, withContestants } from './contestants.ts'
import { loginBody, postLogin } from './requests.ts'
import { type Kind, kinds, startTrailpass } from './trailpass.ts'

const callers = 10_000
/** As many lines as the machine gives a process without being asked for more. */
const connections = 500
const latencyMs = 20

/** Everybody at once: nobody waits until another has been answered. */
async function storm(name: string, url: string, requests: (turn: number) => object): Promise<Row[]> {
  const caller = createCaller(url, connections)
  const times: number[] = []
  const tokens = new Set<string>()
  let toComeBack = 0
  const startedAt = performance.now()
  await drive(callers, callers, async (turn) => {
    const body = requests(turn)
    const { status, text } = await caller.call({ method: 'POST', path: '/v1/session', body })
    times.push(performance.now() - startedAt)
    if (status === 200) tokens.add((JSON.parse(text) as { token: string }).token)
    else if (status === 503) toComeBack++
    else throw new Error(`answered ${status}`)
  })
  await caller.close()
  const sorted = times.sort((a, b) => a - b)
  const at = (share: number): Figure => toFigure([sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN])
  return [
    ...[0.5, 0.99, 1].map((share) => ({ name: `${name}.p${share * 100}`, unit: 'ms until answered', ...at(share) })),
    { name: `${name}.sessions`, unit: 'sessions', ...toFigure([tokens.size]) },
    { name: `${name}.come-back`, unit: 'told to come back (503)', ...toFigure([toComeBack]) },
  ]
}

function measureKind(kind: Kind, { stores }: BenchOptions): Promise<Findings> {
  return withContestants(async (keep) => {
    const wechat = keep(await startWeChat(latencyMs))
    const ours = keep(await startTrailpass(kind, wechat.url, { stores }))
    const warm = createCaller(ours.url, 32)
    await drive(500, 32, (turn) => postLogin(warm, turn))
    await warm.close()
    const before = await ours.usage()
    const body = loginBody(callers)
    const oneCode = await storm(`storm.${kind}.one-code`, ours.url, () => body)
    const people = await storm(`storm.${kind}.people`, ours.url, (turn) => loginBody(callers + 1 + turn))
    const { rssBytes } = await ours.usage()
    const grownBy = toFigure([Math.round((rssBytes - before.rssBytes) / 1e6)])
    return { rows: [...oneCode, ...people, { name: `storm.${kind}.memory`, unit: 'MB more than before', ...grownBy }] }
  })
}

/** Ten thousand callers with one code, then ten thousand people. */
export function stormMeasurements(options: BenchOptions): Measurement[] {
  const possible = kinds.filter((kind) => kind === 'embedded' || options.stores)
  return possible.map((kind) => ({ name: `storm.${kind}`, measure: () => measureKind(kind, options) }))
}
