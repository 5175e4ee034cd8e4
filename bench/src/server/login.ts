import type { Findings, Measurement } from '../findings.ts'
import { createCaller, drive } from '../load/caller.ts'
import type { BenchOptions } from '../options.ts'
import { compare, type Entrant } from './compare.ts'
import { startPeer, startWeChat, withContestants } from './contestants.ts'
import { expectOk, postLogin } from './requests.ts'
import { atLeast, compareRows, merge, ratioOf } from './rows.ts'
import { type Kind, kinds, startTrailpass } from './trailpass.ts'

/** Who logs in: most come back, a quarter of the logins are somebody's first. */
const regulars = 1000
const person = (turn: number) => (turn % 4 === 0 ? regulars + turn : turn % regulars)
const atOnce = 32
const goals: Record<Kind, number> = { embedded: 0.6, scaled: 0.4 }

const asksLogin = (contestant: Entrant['contestant']): Entrant => ({
  contestant,
  ask: (caller, turn) => postLogin(caller, person(turn)),
})

function measureKind(kind: Kind, { stores, rounds, requests }: BenchOptions, latencyMs: number): Promise<Findings> {
  return withContestants(async (keep) => {
    const wechat = keep(await startWeChat(latencyMs))
    const env = { WECHAT_API_URL: wechat.url }
    const limit = asksLogin(keep(await startPeer('node:http + undici', 'login/node-http.ts', env)))
    const house = asksLogin(keep(await startPeer('koa + router', 'login/koa-router.ts', env)))
    const usual = asksLogin(keep(await startPeer('the usual stack', 'login/usual.ts', env)))
    const ours = asksLogin(keep(await startTrailpass(kind, wechat.url, { stores })))
    const entrants = [limit, house, { ...usual, requests: Math.ceil(requests / 4) }, ours]
    for (const keeps of [usual, ours]) await signUpRegulars(keeps)
    const found = await compare(entrants, { rounds, requests, atOnce })
    const name = `login.${kind}${latencyMs ? `.${latencyMs}ms` : ''}`
    const ratio = ratioOf(found[0], found[3])
    const usualRatio = ratioOf(found[2], found[3])
    return {
      rows: compareRows(name, entrants, found),
      ratios: { [name]: ratio, [`${name}.usual`]: usualRatio },
      goals: latencyMs
        ? []
        : [
            atLeast(`login, ${kind}: the limit’s CPU divided by ours`, goals[kind], ratio.median),
            ...(kind === 'embedded'
              ? [atLeast('login, embedded: the usual stack’s CPU divided by ours', 6, usualRatio.median)]
              : []),
          ],
    }
  })
}

async function signUpRegulars({ contestant }: Entrant): Promise<void> {
  const caller = createCaller(contestant.url, atOnce)
  await drive(regulars, atOnce, (turn) => postLogin(caller, turn))
  await caller.close()
}

/** Packages that do a part of it; neither does what we do, so these are no ratios of ours. */
function measurePackages({ rounds, requests }: BenchOptions): Promise<Findings> {
  return withContestants(async (keep) => {
    const wechat = keep(await startWeChat())
    const env = { WECHAT_API_URL: wechat.url }
    const limit = asksLogin(keep(await startPeer('node:http + undici', 'login/node-http.ts', env)))
    const easywechat = asksLogin(keep(await startPeer('node-easywechat', 'login/easywechat.ts', env)))
    const ours = asksLogin(keep(await startTrailpass('embedded', wechat.url)))
    const betterAuth: Entrant = {
      contestant: keep(await startPeer('better-auth, anonymous', 'better-auth.ts')),
      ask: (caller) => expectOk(caller.call({ method: 'POST', path: '/api/auth/sign-in/anonymous', body: {} })),
      requests: Math.ceil(requests / 4),
    }
    const entrants = [limit, easywechat, betterAuth, ours]
    const found = await compare(entrants, { rounds, requests, atOnce })
    return { rows: compareRows('login.packages', entrants, found) }
  })
}

export function loginMeasurements(options: BenchOptions): Measurement[] {
  const possible = kinds.filter((kind) => kind === 'embedded' || options.stores)
  const ofKind = possible.map((kind) => ({
    name: `login.${kind}`,
    measure: async () => {
      const found: Findings[] = []
      for (const latencyMs of options.latencies) found.push(await measureKind(kind, options, latencyMs))
      return merge(...found)
    },
  }))
  return [...ofKind, { name: 'login.packages', measure: () => measurePackages(options) }]
}
