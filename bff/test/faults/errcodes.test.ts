import { expect, it } from 'vitest'
import { expectProblem } from '../support/expect-problem.ts'
import { h5 } from '../support/journeys.ts'
import { withStack } from '../support/with-stack.ts'

const refusals = [
  { errcode: 40029, status: 401, code: 'login.code_rejected', retryAfter: null },
  { errcode: 40163, status: 401, code: 'login.code_rejected', retryAfter: null },
  { errcode: 40226, status: 403, code: 'account.blocked', retryAfter: null },
  { errcode: 45011, status: 429, code: 'rate_limit.exceeded', retryAfter: '60' },
] as const
const operatorsFaults = [40013, 40125, 40164, 40243, 41002, 41004, 41008, 61003, 12345]

it.each(refusals)('$errcode is answered $status $code after one try', ({ errcode, status, code, retryAfter }) =>
  withStack(async (stack) => {
    await stack.fail({ mode: 'errcode', errcode })
    const answer = await stack.login()
    expectProblem(answer, status, code)
    expect(answer.headers.get('retry-after')).toBe(retryAfter)
    expect(answer.text).not.toContain(String(errcode))
    expect(await stack.upstreamCalls()).toHaveLength(1)
    expect(stack.log).not.toContain('operator.attention')
  }),
)

it.each(operatorsFaults)(
  '%i calls the operator, with the request id WeChat support asks for, and never the person',
  (errcode) =>
    withStack(async (stack) => {
      await stack.fail({ mode: 'errcode', errcode })
      const answer = await stack.login()
      expect(answer.status).toBe(200)
      expect(answer.body.degraded).toBe(true)
      expect(answer.text).not.toMatch(/errcode|rid:|appsecret/i)
      expect(await stack.upstreamCalls()).toHaveLength(1)
      expect(attention(stack.log)).toMatchObject({
        level: 'error',
        errcode,
        appId: stack.env.WEAPP_APP_ID,
        rid: expect.stringMatching(/^[0-9a-f-]{26}$/),
        msg: expect.any(String),
        ...(errcode === 40164 && { ip: '127.0.0.1' }),
      })
    }),
)

it('each means the same at the web sign-in', () =>
  withStack(
    async (stack) => {
      const loginOnWeb = async (errcode: number) => {
        const code = await stack.webCode('alice')
        await stack.fail({ mode: 'errcode', errcode, path: '/sns/oauth2/access_token' })
        return stack.login({ platform: 'h5', appId: h5.appId, code })
      }
      for (const { errcode, status, code, retryAfter } of refusals) {
        const answer = await loginOnWeb(errcode)
        expectProblem(answer, status, code)
        expect(answer.headers.get('retry-after')).toBe(retryAfter)
      }
      expect(stack.log).not.toContain('operator.attention')
      for (const errcode of operatorsFaults) {
        expect((await loginOnWeb(errcode)).body).toMatchObject({ degraded: true, principal: { kind: 'guest' } })
        expect(stack.log).toMatch(new RegExp(`"event":"operator.attention".*"errcode":${errcode}`))
      }
    },
    { env: { RATE_LIMIT_FACTOR: '100' } },
  ))

it('a wrong AppSecret is found by the real check, too', () =>
  withStack(
    async (stack) => {
      expect((await stack.signIn()).degraded).toBe(true)
      expect(attention(stack.log)).toMatchObject({ errcode: 40125, msg: 'the AppSecret is wrong' })
    },
    { env: { WEAPP_APP_SECRET: 'wrong' } },
  ))

const attention = (log: string): unknown =>
  log
    .split('\n')
    .filter((line) => line.includes('"operator.attention"'))
    .map((line) => JSON.parse(line))[0]
