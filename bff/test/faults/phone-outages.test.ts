import { expect, it } from 'vitest'
import { withStack } from '../support/with-stack.ts'

const phonePath = '/wxa/business/getuserphonenumber'
const tokenPath = '/cgi-bin/stable_token'

it.each([40001, 40014, 42001])('an access token refused with %i is refreshed once', (errcode) =>
  withStack(async (stack) => {
    const { token } = await stack.signIn()
    await stack.fail({ mode: 'errcode', errcode, path: phonePath, count: 1 })
    const { body } = await stack.register(token, { phoneCode: await stack.phoneCode() })
    expect(body.phoneMasked).toBe('138******01')
    expect(await stack.upstreamCalls(tokenPath)).toHaveLength(2)
  }),
)

it.each([
  { mode: 'errcode', errcode: 42001, path: phonePath },
  { mode: 'errcode', errcode: 1400001, path: phonePath },
  { mode: 'html', path: phonePath },
  { mode: 'wrong-types', path: phonePath },
  { mode: 'reset', path: tokenPath },
  { mode: 'wrong-types', path: tokenPath },
])('registration succeeds without a number: $mode $errcode at $path', (outage) =>
  withStack(async (stack) => {
    const { token } = await stack.signIn()
    await stack.fail(outage)
    const { status, body } = await stack.register(token, { phoneCode: await stack.phoneCode() })
    expect(status).toBe(200)
    expect(body).toMatchObject({ registered: true, phoneMasked: null })
    expect((await stack.upstreamCalls(phonePath)).length).toBeLessThanOrEqual(2)
    expect(stack.log).toContain('upstream.phone_unavailable')
  }),
)

it.each([1400001, 45009, 48001])('%i of a phone number calls the operator, and not the person', (errcode) =>
  withStack(async (stack) => {
    const { token } = await stack.signIn()
    await stack.fail({ mode: 'errcode', errcode, path: phonePath })
    const { status, text } = await stack.register(token, { phoneCode: await stack.phoneCode() })
    expect(status).toBe(200)
    expect(text).not.toMatch(/errcode|quota|rid:/i)
    expect(stack.log).toMatch(new RegExp(`"event":"operator.attention".*"errcode":${errcode}.*"rid":"`))
  }),
)

it('an AppSecret that has gone wrong since the last token is told to the operator', () =>
  withStack(async (stack) => {
    const { token } = await stack.signIn()
    await stack.fail({ mode: 'errcode', errcode: 40125, path: tokenPath })
    const { body } = await stack.register(token, { phoneCode: await stack.phoneCode() })
    expect(body).toMatchObject({ registered: true, phoneMasked: null })
    expect(stack.log).toContain('the AppSecret is wrong')
  }))
