import { expect } from 'vitest'
import { expectProblem } from '../../support/expect-problem.ts'
import { weapp } from '../../support/journeys.ts'
import { createPayloads } from '../../support/payloads.ts'
import { transcript } from '../../support/transcript.ts'

export default transcript(
  'after its grace the key before the current one opens nothing, and is gone',
  async (stack) => {
    const { member, sendProfile, replaceKeysAtOnce } = createPayloads(stack)
    stack.env.PAYLOAD_MAX_AGE_SECONDS = '86400'
    await stack.restart()
    const { token, principal } = await member()
    const payload = await stack.sealProfile('alice', { nickName: '甲' })
    replaceKeysAtOnce()
    await stack.signIn()
    stack.advance(10 * 60_000)
    expectProblem(await sendProfile(token, payload), 409, 'session_key.stale')

    await stack.context.housekeeping.sweep()
    await stack.stop()
    const stores = await stack.storage.open()
    const owner = { personId: principal.userId, platform: 'weapp', appId: weapp.appId }
    const kept = await stores.store.read(() => stores.sessionKeys.list(owner))
    expect(kept.map(({ firstEpoch }) => firstEpoch)).toEqual([2])
    await stores.store.close()
    await stack.start()
  },
)
