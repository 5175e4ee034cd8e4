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
