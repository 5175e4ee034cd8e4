import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import type { Health } from '../../src/operator/health.ts'
import type { LoginTimeline } from '../../src/services/login-watch.ts'
import { weapp } from '../support/journeys.ts'
import type { Stack } from '../support/stack.ts'
import { storages } from '../support/storages.ts'
import { withStack } from '../support/with-stack.ts'

const token = randomBytes(24).toString('base64url')
const env = { OPERATOR_TOKEN: token }
const paths = ['/metrics', '/health', '/timelines']

const read = (stack: Stack, path: string, authorization = `Bearer ${token}`) =>
  fetch(`${stack.operatorUrl}${path}`, { headers: { authorization } })
const json = async <Body>(stack: Stack, path: string) => (await (await read(stack, path)).json()) as Body

it('metrics tell of logins, session checks, the ledger, platforms and commits, and name nobody', () =>
  withStack(
    async (stack) => {
      await stack.addPerson('canary-openid', '13800000001')
      const { token: session, principal } = await stack.signIn({ user: 'canary-openid' })
      const code = await stack.code('canary-openid', weapp.appId)
      await stack.login({ code })
      await stack.login({ code })
      await stack.login({ code: 'nobody-gave-this-code' })
      await stack.userInfo(session)
      await stack.userInfo('not-a-token')
      const text = await (await read(stack, '/metrics')).text()
      expect(text).toMatch(/^trailpass_logins_total\{platform="weapp",outcome="guest"\} 2$/m)
      expect(text).toMatch(/^trailpass_logins_total\{platform="weapp",outcome="login.code_rejected"\} [12]$/m)
      expect(text).toMatch(/^trailpass_session_checks_total\{outcome="expired"\} [12]$/m)
      expect(text).toMatch(/^trailpass_login_ledger_hits_total\{hit="refused"\} 1$/m)
      expect(text).toMatch(/^trailpass_upstream_seconds_count\{operation="wechat \/sns\/jscode2session",.*\} 3$/m)
      expect(text).toMatch(/^trailpass_upstream_breaker\{operation="wechat \/sns\/jscode2session"\} 0$/m)
      expect(text).toMatch(/^trailpass_group_commit_units_count [1-9]/m)
      expect(text).toMatch(/^process_resident_memory_bytes \d+$/m)
      for (const secret of [session, principal.userId, weapp.appId, weapp.secret, 'canary', code]) {
        expect(text).not.toContain(secret)
      }
    },
    { env },
  ))

it.each(storages)('health says how store, apps and platforms are, on $name', (storage) =>
  withStack(
    async (stack) => {
      await stack.signIn()
      const health = await json<Health>(stack, '/health')
      expect(health).toMatchObject({ status: 'ok', store: { kind: storage.name, ok: true } })
      expect(health.apps).toContainEqual(
        expect.objectContaining({ appId: weapp.appId, state: 'active', secret: expect.anything() }),
      )
      const mend = await stack.storage.interrupt()
      if (storage.name === 'PostgreSQL') {
        const broken = await read(stack, '/health')
        expect(broken.status).toBe(503)
        expect(await broken.json()).toMatchObject({ status: 'attention', store: { ok: false }, apps: null })
      }
      await mend()
      expect(JSON.stringify(health)).not.toContain(weapp.secret)
    },
    { storage, env },
  ),
)

it('a timeline says where the time of a login went, without secret or person', () =>
  withStack(
    async (stack) => {
      await stack.addPerson('canary-openid', '13800000001')
      const code = await stack.code('canary-openid', weapp.appId)
      const { headers } = await stack.login({ code })
      await stack.login({ code: 'nobody-gave-this-code' })
      const { timelines } = await json<{ timelines: LoginTimeline[] }>(stack, '/timelines')
      expect(timelines).toMatchObject([
        { outcome: 'login.code_rejected', platform: 'weapp' },
        { outcome: 'guest', platform: 'weapp', appId: weapp.appId, requestId: headers.get('request-id') },
      ])
      const { claimMs, exchangeMs, settleMs, totalMs } = timelines[1] as LoginTimeline
      expect(Math.abs(claimMs + (exchangeMs ?? 0) + (settleMs ?? 0) - totalMs)).toBeLessThan(1)
      expect(JSON.stringify(timelines)).not.toMatch(new RegExp(`${code}|canary|nobody-gave`))
    },
    { env },
  ))

it('a timeline has what the client says of its own share, and null for one that says nothing', () =>
  withStack(
    async (stack) => {
      await stack.signIn()
      await stack.signIn({ codeMs: 180, earlierMs: 0 })
      for (const codeMs of [-1, 1.5, 600_001, '180']) {
        expect((await stack.login({ codeMs: codeMs as number })).status).toBe(400)
      }
      const { timelines } = await json<{ timelines: LoginTimeline[] }>(stack, '/timelines')
      expect(timelines).toMatchObject([
        { outcome: 'guest', codeMs: 180, earlierMs: 0, rid: null },
        { outcome: 'guest', codeMs: null, earlierMs: null, rid: null },
      ])
    },
    { env },
  ))

it('a failed login has the id by which the platform knows its request', () =>
  withStack(
    async (stack) => {
      const rid = expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{8}){2}$/)
      await stack.login({ code: 'nobody-gave-this-code' })
      for (const errcode of [-1, 40125, 45011]) {
        await stack.fail({ mode: 'errcode', errcode })
        await stack.login()
      }
      await stack.fail({ mode: 'reset' })
      await stack.login()
      const { timelines } = await json<{ timelines: LoginTimeline[] }>(stack, '/timelines')
      expect(timelines).toMatchObject([
        { outcome: 'degraded', rid: null },
        { outcome: 'rate_limit.exceeded', rid },
        { outcome: 'degraded', rid },
        { outcome: 'degraded', rid },
        { outcome: 'login.code_rejected', rid },
      ])
    },
    { env },
  ))

it('nothing is read without the token, and none of it at the public port', () =>
  withStack(
    async (stack) => {
      for (const path of paths) {
        expect((await read(stack, path, '')).status).toBe(401)
        expect((await read(stack, path, `Bearer ${token}x`)).status).toBe(401)
        expect((await fetch(`${stack.url}${path}`, { headers: { authorization: `Bearer ${token}` } })).status).toBe(404)
      }
    },
    { env },
  ))
