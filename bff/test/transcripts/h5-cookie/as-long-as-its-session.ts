import { expect } from 'vitest'
import { loginByCookie } from '../../support/cookie-session.ts'
import { transcript } from '../../support/transcript.ts'

const dayMs = 86_400_000

export default transcript('the cookie lives as long as use can keep its session alive', async (stack) => {
  const { attributes } = await loginByCookie(stack)
  const expires = attributes.find((attribute) => attribute.startsWith('expires='))?.slice('expires='.length) ?? ''
  const days = (Date.parse(expires) - Date.now()) / dayMs
  expect(days).toBeGreaterThan(89.9)
  expect(days).toBeLessThanOrEqual(90)
})
