import type { Findings, Measurement } from '../findings.ts'
import { createCaller, drive } from '../load/caller.ts'
import type { BenchOptions } from '../options.ts'
import { compare, type Entrant } from './compare.ts'
import { startPeer, startWeChat, withContestants } from './contestants.ts'
import { bearer, becomeMember, expectOk } from './requests.ts'
import { atLeast, compareRows, ratioOf } from './rows.ts'
import { type Kind, kinds, startTrailpass } from './trailpass.ts'

const members = 500
const atOnce = 32
const goal = 0.45

type Contestant = Entrant['contestant']

const asksPlainly = (contestant: Contestant): Entrant => ({
  contestant,
  ask: (caller) => expectOk(caller.call({ path: '/v1/userinfo' })),
})

/** Each request as the next of so many people, by the header that `signIn` made for them. */
async function asksAs(
  contestant: Contestant,
  path: string,
  signIn: (caller: ReturnType<typeof createCaller>, person: number) => Promise<Record<string, string>>,
): Promise<Entrant> {
  const caller = createCaller(contestant.url, atOnce)
  const headers: Record<string, string>[] = []
  await drive(members, atOnce, async (person) => {
    headers[person] = await signIn(caller, person)
  })
  await caller.close()
  return { contestant, ask: (each, turn) => expectOk(each.call({ path, headers: headers[turn % members] ?? {} })) }
}

const asksOurs = (contestant: Contestant) =>
  asksAs(contestant, '/v1/userinfo', async (caller, person) => bearer(await becomeMember(caller, person)))

const asksWithCookie = (contestant: Contestant, path: string, signInPath: string) =>
  asksAs(contestant, path, async (caller) => {
    const { headers } = await expectOk(caller.call({ method: 'POST', path: signInPath, body: {} }))
    const cookies = [headers['set-cookie'] ?? []].flat().map((cookie) => cookie.split(';')[0])
    return { cookie: cookies.join('; ') }
  })

function measureKind(kind: Kind, { stores, rounds, requests }: BenchOptions): Promise<Findings> {
  return withContestants(async (keep) => {
    const wechat = keep(await startWeChat())
    const entrants = [
      asksPlainly(keep(await startPeer('node:http, static', 'read/node-http.ts'))),
      asksPlainly(keep(await startPeer('koa + router', 'read/koa-router.ts'))),
      await asksOurs(keep(await startTrailpass(kind, wechat.url, { stores }))),
    ]
    const found = await compare(entrants, { rounds, requests, atOnce })
    const ratio = ratioOf(found[0], found[2])
    return {
      rows: compareRows(`userinfo.${kind}`, entrants, found),
      ratios: { [`userinfo.${kind}`]: ratio },
      goals: [atLeast(`authenticated read, ${kind}: the limit’s CPU divided by ours`, goal, ratio.median)],
    }
  })
}

function measurePackages({ stores, rounds, requests }: BenchOptions): Promise<Findings> {
  return withContestants(async (keep) => {
    const wechat = keep(await startWeChat())
    const betterAuth = keep(await startPeer('better-auth, getSession', 'better-auth.ts'))
    const entrants = [
      asksPlainly(keep(await startPeer('node:http, static', 'read/node-http.ts'))),
      await asksWithCookie(betterAuth, '/api/auth/get-session', '/api/auth/sign-in/anonymous'),
      await asksOurs(keep(await startTrailpass('embedded', wechat.url))),
    ]
    if (stores) {
      const env = { REDIS_URL: stores.redisUrl }
      const express = keep(await startPeer('express-session, Redis', 'read/express-session.ts', env))
      entrants.push(await asksWithCookie(express, '/v1/userinfo', '/v1/session'))
    }
    const found = await compare(entrants, { rounds, requests, atOnce })
    return { rows: compareRows('userinfo.packages', entrants, found) }
  })
}

export function userInfoMeasurements(options: BenchOptions): Measurement[] {
  const possible = kinds.filter((kind) => kind === 'embedded' || options.stores)
  return [
    ...possible.map((kind) => ({ name: `userinfo.${kind}`, measure: () => measureKind(kind, options) })),
    { name: 'userinfo.packages', measure: () => measurePackages(options) },
  ]
}
