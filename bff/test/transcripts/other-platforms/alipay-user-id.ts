import { expect } from 'vitest'
import { alipay } from '../../support/journeys.ts'
import { transcript } from '../../support/transcript.ts'

const login = { platform: 'alipay', appId: alipay.appId } as const

export default transcript(
  'alipay: an older app is told the user_id, and knows people by it',
  async (stack) => {
    await fetch(`${stack.simulator.url}/_sim/settings`, { method: 'POST', body: JSON.stringify({ alipayOpenId: 0 }) })
    const first = await stack.signIn(login)
    expect(first).toMatchObject({ degraded: false, keyEpoch: null })
    expect((await stack.signIn(login)).principal).toEqual(first.principal)
  },
  { alipay: true },
)
