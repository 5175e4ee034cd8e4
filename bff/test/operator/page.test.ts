import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import type { Stack } from '../support/stack.ts'
import { withStack } from '../support/with-stack.ts'

const token = randomBytes(24).toString('base64url')

async function open(stack: Stack, cookie = '') {
  const response = await fetch(stack.operatorUrl, { headers: { cookie } })
  return { response, text: await response.text() }
}

const signIn = (stack: Stack, given: string) =>
  fetch(`${stack.operatorUrl}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ token: given }),
  })

it('a browser signs in with the token, keeps something else, and sees health, apps and logins', () =>
  withStack(
    async (stack) => {
      await stack.signIn({ codeMs: 187_654, earlierMs: 54_321 })
      await stack.login({ code: 'nobody-gave-this-code' })
      await stack.login({ appId: '<script>alert(1)</script>', code: 'x' })
      expect((await open(stack)).text).toContain('OPERATOR_TOKEN of this server')
      expect((await signIn(stack, 'wrong')).status).toBe(401)
      const signedIn = await signIn(stack, token)
      const cookie = signedIn.headers.get('set-cookie') ?? ''
      expect(cookie).toMatch(/httponly/i)
      expect(cookie).toMatch(/samesite=strict/i)
      expect(cookie).not.toContain(token)
      const [pair = ''] = cookie.split(';')
      const { response, text } = await open(stack, pair)
      for (const words of ['Health', 'SQLite', 'wechat /sns/jscode2session', 'Apps', 'Recent logins', 'guest']) {
        expect(text).toContain(words)
      }
      expect(text).toMatch(/>54321<.*>187654</s)
      const [{ rid } = {}] = stack.context.loginWatch.timelines().filter(({ outcome }) => outcome.startsWith('login.'))
      expect(text).toContain(`<code>${rid}</code>`)
      expect(text).not.toMatch(/<script|https?:\/\//)
      expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'/)
      expect((await fetch(`${stack.operatorUrl}/health`, { headers: { cookie: pair } })).status).toBe(200)
      const command = { method: 'POST', headers: { cookie: pair, 'content-type': 'application/json' }, body: '{}' }
      expect((await fetch(`${stack.operatorUrl}/command`, command)).status).toBe(401)
    },
    { env: { OPERATOR_TOKEN: token } },
  ))

it('a cookie that was altered, or made with another token, opens nothing', () =>
  withStack(
    async (stack) => {
      const [pair = ''] = ((await signIn(stack, token)).headers.get('set-cookie') ?? '').split(';')
      const [name, value = ''] = pair.split('=')
      const [until, signature] = value.split('.')
      for (const forged of [`${Number(until) + 1}.${signature}`, `${until}.`, until, `${until}.${signature}x`, '.']) {
        expect((await open(stack, `${name}=${forged}`)).text).toContain('OPERATOR_TOKEN of this server')
      }
    },
    { env: { OPERATOR_TOKEN: token } },
  ))
