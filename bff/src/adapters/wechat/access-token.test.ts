import { expect, it } from 'vitest'
import { Secret } from '../../domain/secret.ts'
import { createAccessTokens } from './access-token.ts'
import type { UpstreamRequest } from './upstream.ts'

const app = { platform: 'weapp', appId: 'wx1', secret: new Secret('s1') }
const { signal } = new AbortController()
const hourMs = 3_600_000

function setUp(answer: (request: UpstreamRequest, count: number) => Record<string, unknown>) {
  let now = Date.UTC(2026, 10, 1)
  const requests: UpstreamRequest[] = []
  const upstream = {
    async request(request: UpstreamRequest) {
      requests.push(request)
      return answer(request, requests.length)
    },
    close: async () => {},
  }
  const advance = (ms: number) => {
    now += ms
  }
  return { tokens: createAccessTokens(upstream, { now: () => new Date(now) }), requests, advance }
}
const numbered = (_: UpstreamRequest, count: number) => ({ access_token: `t${count}`, expires_in: 7200 })

it('fetches once for however many ask, and keeps the token', async () => {
  const { tokens, requests } = setUp(numbered)
  const got = await Promise.all(Array.from({ length: 100 }, () => tokens.get(app, { signal })))
  expect(new Set([...got, await tokens.get(app, { signal })])).toEqual(new Set(['t1']))
  expect(requests.map(({ body }) => body)).toEqual([
    { grant_type: 'client_credential', appid: 'wx1', secret: 's1', force_refresh: false },
  ])
})

it('keeps the apps apart', async () => {
  const { tokens, requests } = setUp(numbered)
  await Promise.all([tokens.get(app, { signal }), tokens.get({ ...app, appId: 'wx2' }, { signal })])
  expect(requests).toHaveLength(2)
})

it('renews five minutes ahead of the end', async () => {
  const { tokens, advance } = setUp(numbered)
  await tokens.get(app, { signal })
  advance(2 * hourMs - 5 * 60_000 - 1)
  expect(await tokens.get(app, { signal })).toBe('t1')
  advance(1)
  expect(await tokens.get(app, { signal })).toBe('t2')
})

it('forces one refresh for however many were refused the same token', async () => {
  const { tokens, requests } = setUp(numbered)
  await tokens.get(app, { signal })
  const renewed = await Promise.all(Array.from({ length: 50 }, () => tokens.get(app, { signal, refused: 't1' })))
  expect(new Set([...renewed, await tokens.get(app, { signal, refused: 't1' })])).toEqual(new Set(['t2']))
  expect(requests.map(({ body }) => (body as { force_refresh: boolean }).force_refresh)).toEqual([false, true])
})

it('keeps no failure', async () => {
  const { tokens } = setUp((request, count) =>
    count === 1 ? { errcode: 40125, errmsg: 'canary' } : numbered(request, count),
  )
  await expect(tokens.get(app, { signal })).rejects.toMatchObject({ reason: 'stable_token errcode 40125' })
  expect(await tokens.get(app, { signal })).toBe('t2')
})
