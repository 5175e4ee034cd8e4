import { expect } from 'vitest'
import { h5 } from '../../support/journeys.ts'
import { transcript } from '../../support/transcript.ts'

export default transcript('checkSession is asked for by the policy, where there is a session_key', async (stack) => {
  expect((await stack.signIn()).checkSession).toBe(false)
  stack.env.SESSION_POLICY = 'platform'
  await stack.restart()
  expect((await stack.signIn()).checkSession).toBe(true)
  expect((await stack.signIn({ platform: 'h5', appId: h5.appId })).checkSession).toBe(false)
  expect((await stack.becomeGuest()).checkSession).toBe(false)
})
