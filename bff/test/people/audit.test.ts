import { expect } from 'vitest'
import { type AccountGround, forEachAccountGround } from '../support/account-suite.ts'
import { randomId } from '../support/journeys.ts'

/** The newest first. */
const listAudit = async ({ stack }: AccountGround) => {
  const { store, stores } = stack.context
  const events = await store.read(() => stores.audit.list({ limit: 50 }))
  return events.filter(({ target }) => target.startsWith('person:'))
}

forEachAccountGround('The audit of what people do', (it) => {
  it('names what was done by whom, and nobody it was done to', async (ground) => {
    const { stack, devices, endDevice, exportAll, erase } = ground
    const [own] = [await stack.signIn(), await stack.signIn()]
    const other = (await devices(own.token)).body.sessions.find(({ current }) => !current)
    await endDevice(own.token, other?.id ?? '')
    await exportAll(own.token)
    await erase(own.token)
    const events = await listAudit(ground)
    expect(events.map(({ actor, action }) => `${actor} ${action}`)).toEqual([
      'person user.erase',
      'person user.export',
      'person session.revoke',
    ])
    expect(new Set(events.map(({ target }) => target)).size).toBe(1)
    expect(JSON.stringify(events)).not.toContain(own.principal.userId)
  })

  it('has a consent that was withdrawn, once, and none of who gave none', async (ground) => {
    const { stack, member, withdraw } = ground
    const token = await member('alice')
    await withdraw((await stack.signIn({ user: 'bob' })).token, 'privacy-policy')
    for (let time = 0; time < 2; time++) expect((await withdraw(token, 'privacy-policy')).status).toBe(200)
    const events = await listAudit(ground)
    expect(events).toMatchObject([{ actor: 'person', action: 'consent.withdraw', detail: 'privacy-policy' }])
  })

  it('has a session that ended for a stolen code, and a join that the platform proved, once', async (ground) => {
    const { stack, onWeb } = ground
    const request = { code: await stack.code(), nonce: randomId(), deviceId: randomId() }
    await stack.login(request)
    for (let thief = 1; thief <= 3; thief++) await stack.login({ ...request, nonce: randomId() })
    await onWeb('alice', false)
    await onWeb('alice', true)
    const events = await listAudit(ground)
    expect(events.map(({ actor, action, detail }) => `${actor} ${action}: ${detail}`)).toEqual([
      'server user.join: unionid',
      'server session.revoke: its login code came with two nonces',
    ])
  })
})
