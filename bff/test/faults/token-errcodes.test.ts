import { expect, it } from 'vitest'
import { errands } from '../support/errands.ts'
import { plainPush } from '../support/push.ts'
import { withStack } from '../support/with-stack.ts'

const tokenPath = '/cgi-bin/stable_token'
const withToken = errands.filter(({ upstreamPath }) => upstreamPath.startsWith('/wxa/'))
const env = { RATE_LIMIT_FACTOR: '1000', PUBLIC_URL: 'http://127.0.0.1:9', ...plainPush }
/** Between two refreshes by force. */
const pauseMs = 60_000

it.each([40001, 40014, 42001])(
  '%i of an access token: refreshed once at every operation that takes one, then given up',
  (errcode) =>
    withStack(
      async (stack) => {
        const tokens = async () => (await stack.upstreamCalls(tokenPath)).length
        for (const errand of withToken) {
          const path = errand.upstreamPath
          const [once, always] = [await errand.prepare(stack), await errand.prepare(stack)]
          const isAnswered = errand.isAnswered ?? ((answer) => !errand.isUnanswered(answer))

          const before = await tokens()
          await stack.fail({ mode: 'errcode', errcode, path, count: 1 })
          expect({ path, isAnswered: isAnswered(await once()) }).toEqual({ path, isAnswered: true })
          // The first to ask has to fetch one anyway.
          expect((await tokens()) - before).toBe(path === withToken[0]?.upstreamPath ? 2 : 1)

          stack.advance(pauseMs)
          const [asked, fetched] = [(await stack.upstreamCalls(path)).length, await tokens()]
          await stack.fail({ mode: 'errcode', errcode, path })
          expect({ path, isUnanswered: errand.isUnanswered(await always()) }).toEqual({ path, isUnanswered: true })
          expect((await stack.upstreamCalls(path)).length - asked).toBe(2)
          expect((await tokens()) - fetched).toBe(1)
          await stack.recover()
          stack.advance(pauseMs)
        }
      },
      { env },
    ),
)

it('what is the operator’s fault calls the operator where the token is fetched, too', () =>
  withStack(
    async (stack) => {
      const errand = errands.find(({ upstreamPath }) => upstreamPath === tokenPath) ?? expect.fail()
      for (const errcode of [40013, 40125, 40164, 40243, 41002, 41004, 45009]) {
        errand.forget?.(stack)
        const ask = await errand.prepare(stack)
        await stack.fail({ mode: 'errcode', errcode, path: tokenPath, count: 1 })
        const answer = await ask()
        expect({ errcode, isUnanswered: errand.isUnanswered(answer) }).toEqual({ errcode, isUnanswered: true })
        expect(answer.text).not.toMatch(/errcode|rid:|appsecret/i)
        expect(stack.log).toMatch(new RegExp(`"event":"operator.attention".*"errcode":${errcode}.*"rid":"`))
      }
    },
    { env },
  ))

it.each([87007, 87008, 87009])('%i of a session_key: the client is told to log in again, which it then is', (errcode) =>
  withStack(async (stack) => {
    const { token, principal } = await stack.signIn()
    const ask = (bearer: string) => stack.api<object>('GET', '/v1/session/platform-key', { token: bearer })
    await stack.fail({ mode: 'errcode', errcode, path: '/wxa/checksession' })
    const { status, body, text } = await ask(token)
    expect([status, body]).toEqual([200, { alive: false, keyEpoch: 1 }])
    expect(text).not.toContain(String(errcode))
    await stack.fail({ mode: 'errcode', errcode, path: '/wxa/resetusersessionkey' })
    expect(await stack.context.platformKeys.reset(principal.userId, 'operator:test')).toMatchObject([
      { outcome: 'refused' },
    ])
    await stack.recover()
    expect((await ask((await stack.signIn()).token)).body).toEqual({ alive: true, keyEpoch: 2 })
    expect(stack.log).not.toContain('operator.attention')
  }),
)
