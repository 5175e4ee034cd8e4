import { expect } from 'vitest'
import { transcript } from '../../support/transcript.ts'

export default transcript('again, later, at once or on another device: the same answer', async (stack) => {
  const { token } = await stack.signIn()
  const phone = await stack.signIn()
  const web = await stack.signIn()
  const atOnce = await Promise.all([
    stack.register(token, { nickname: '小林' }),
    stack.register(phone.token, { nickname: '小林' }),
    stack.register(web.token, { nickname: '小林' }),
  ])
  stack.advance(3_600_000)
  const later = await stack.register(token, { nickname: '别名', agreements: [] })
  for (const { status, text } of [...atOnce, later]) {
    expect(status).toBe(200)
    expect(text).toBe(atOnce[0].text)
  }
})
