import { expect } from 'vitest'
import { expectProblem } from '../../support/expect-problem.ts'
import { createPayloads } from '../../support/payloads.ts'
import { transcript } from '../../support/transcript.ts'

export default transcript('a payload of somebody else is refused, also under the same key', async (stack) => {
  const { member, sendProfile, sendSteps } = createPayloads(stack)
  const [alice, bob] = [await member(), await member('bob')]
  const payload = await stack.userProfile()
  expectProblem(await sendProfile(bob.token, payload), 409, 'session_key.stale')
  expect((await sendProfile(alice.token, payload)).status).toBe(200)
  expectProblem(await sendProfile(bob.token, payload), 409, 'session_key.stale')

  const { world } = stack.simulator
  const weapp = [...world.apps.values()].find(({ kind }) => kind === 'weapp')
  const people = ['alice', 'bob'].map((id) => world.people.find(id))
  if (!weapp || !people[0] || !people[1]) throw new Error('nobody')
  const shared = world.sessionKeys.find(weapp, people[0]) ?? ''
  world.sessionKeys.find = () => shared
  await stack.signIn({ user: 'bob' })
  const steps = await stack.weRun()
  expect((await sendSteps(alice.token, steps)).status).toBe(200)
  expectProblem(await sendSteps(bob.token, steps), 409, 'session_key.stale')
  const raced = await stack.weRun()
  const answers = await Promise.all([alice, bob].map(({ token }) => sendSteps(token, raced)))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  // Its own payload says whose it is.
  expectProblem(await sendProfile(bob.token, await stack.userProfile()), 409, 'session_key.stale')
})
