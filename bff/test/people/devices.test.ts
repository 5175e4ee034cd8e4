import { expect } from 'vitest'
import { sessionIdleMs } from '../../src/domain/session.ts'
import { forEachAccountGround } from '../support/account-suite.ts'
import { expectProblem } from '../support/expect-problem.ts'

forEachAccountGround('Devices', (it) => {
  it('are listed with what is known of them, the caller’s marked', async ({ stack, devices, onWeb }) => {
    const phone = await stack.signIn({ model: 'iPhone 15' })
    stack.advance(60_000)
    const web = await onWeb('alice', true)
    await stack.signIn({ user: 'bob' })
    const { body } = await devices(phone.token)
    expect(body.sessions).toMatchObject([
      { platform: 'h5', model: null, current: false },
      { platform: 'weapp', model: 'iPhone 15', current: true },
    ])
    for (const { id } of body.sessions) {
      expect(id).toMatch(/^[\w-]{22}$/)
      expectProblem(await stack.userInfo(id), 401, 'session.expired')
    }
    expect((await devices(web.token)).body.sessions.map(({ current }) => current)).toEqual([true, false])
  })

  it('are signed out one by one, also the one that asks', async ({ stack, devices, endDevice }) => {
    const [own, other] = [await stack.signIn(), await stack.signIn()]
    const listed = (await devices(own.token)).body.sessions
    const idOf = (current: boolean) => listed.find((device) => device.current === current)?.id ?? ''
    expect((await endDevice(own.token, idOf(false))).status).toBe(204)
    expectProblem(await stack.userInfo(other.token), 401, 'session.expired')
    expectProblem(await endDevice(own.token, idOf(false)), 404, 'request.not_found')
    expect((await endDevice(own.token, idOf(true))).status).toBe(204)
    expectProblem(await stack.userInfo(own.token), 401, 'session.expired')
  })

  it('are no longer listed once their session has expired', async ({ stack, devices }) => {
    await stack.signIn({ model: 'forgotten in a drawer' })
    stack.advance(sessionIdleMs)
    const { token } = await stack.signIn({ model: 'iPhone 15' })
    expect((await devices(token)).body.sessions).toMatchObject([{ model: 'iPhone 15', current: true }])
  })

  it('of somebody else are as unknown as none', async ({ stack, devices, endDevice }) => {
    const [alice, bob] = [await stack.signIn({ user: 'alice' }), await stack.signIn({ user: 'bob' })]
    const [device] = (await devices(alice.token)).body.sessions
    const foreign = await endDevice(bob.token, device?.id ?? '')
    expectProblem(foreign, 404, 'request.not_found')
    expectProblem(await endDevice(bob.token, 'nothing'), 404, 'request.not_found')
    expect((await stack.userInfo(alice.token)).status).toBe(200)
  })
})
