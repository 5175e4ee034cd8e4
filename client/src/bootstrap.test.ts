import Taro from '@tarojs/taro'
import { expect, it, vi } from 'vitest'
import { exampleRide } from '../test/example-ride'
import { guest, member } from '../test/services'
import { getServices } from './bootstrap'
import { drafts } from './platform/drafts'

vi.mock('./platform/login-credential', () => ({
  credentials: { obtain: async () => 'C1', isSessionKeyAlive: async () => true },
}))
vi.mock('./platform/random', () => ({ randomId: async () => 'r'.repeat(32) }))

const guestId = '01J0000000000000000000GST1'

/** A server that knows one member on a ride, and takes whom its platform does not name for a guest. */
function createServer() {
  const server = { platformUp: true, token: '', log: [] as string[] }
  let ridden = exampleRide
  let logins = 0
  const problem = (code: string, status: number) => ({ statusCode: status, data: { code, status } })
  vi.mocked(Taro.request).mockImplementation((async ({ method, url, header }: Taro.request.Option) => {
    const operation = `${method} ${url.replace('https://bff.test', '')}`
    server.log.push(operation)
    if (operation === 'POST /v1/session') {
      logins += 1
      server.token = `${server.platformUp ? 'member' : 'guest'} ${logins}`
      const user = server.platformUp ? member : { ...guest, userId: guestId }
      return {
        statusCode: 200,
        data: {
          token: server.token,
          degraded: !server.platformUp,
          identified: server.platformUp,
          checkSession: false,
          user,
        },
      }
    }
    if (header?.Authorization !== `Bearer ${server.token}`) return problem('session.expired', 401)
    const isMember = server.token.startsWith('member')
    if (operation === 'POST /v1/rides/r1/finish') {
      if (!isMember) return problem('ride.unknown', 404)
      ridden = { ...ridden, state: 'finished' }
      return { statusCode: 200, data: ridden }
    }
    const ride = isMember && ridden.state === 'active' ? ridden : null
    return { statusCode: 200, data: operation === 'GET /v1/rides/current' ? { ride } : {} }
  }) as never)
  return server
}

it('keeps a member’s ride and its finish from a guest who stands in, and sends it once the member is back', async () => {
  const server = createServer()
  const { session, ride, sport } = getServices()
  await session.getState().start()
  await ride.getState().load()
  expect(ride.getState().ride?.id).toBe('r1')

  server.platformUp = false
  server.token = ''
  await ride.getState().load()
  expect(server.token).toMatch(/^guest/)
  expect(session.getState()).toMatchObject({ user: { userId: member.userId }, degraded: true })
  expect(ride.getState()).toMatchObject({ ride: { id: 'r1' }, summary: null, weak: true })
  await sport.getState().load(member.userId, '7d')
  expect(sport.getState().loaded[`${member.userId} 7d`]).toEqual({
    value: null,
    fault: 'identity_provider.unavailable',
  })
  await ride.getState().finish()
  expect(ride.getState().summary?.isSent).toBe(false)
  expect(server.log).not.toContain('POST /v1/rides/r1/finish')

  server.platformUp = true
  await session.getState().signIn()
  await vi.waitFor(
    () => expect(ride.getState().summary).toMatchObject({ isSent: true, ride: { state: 'finished' } }),
    10_000,
  )
})

it('does not go on saying that another ride is on once that has ended', () => {
  const { ride, scan } = getServices()
  const intent = { device: exampleRide.device, intentId: 'i2', expiresAt: '2026-11-22T08:15:00.000Z' }
  ride.setState({ ride: exampleRide })
  scan.setState({ scan: { kind: 'ready', code: '2CD', intent, fault: 'ride.already_active' } })
  ride.setState({ ride: null })
  expect(scan.getState().scan).toMatchObject({ kind: 'ready', fault: null })
})

it('puts the scan away once its ride is on, also if the answer to its start was lost', () => {
  const { ride, scan } = getServices()
  const scanned = (id: string) => ({
    device: { ...exampleRide.device, id },
    intentId: 'i3',
    expiresAt: '2026-11-22T08:15:00.000Z',
  })
  for (const [id, kind] of [
    ['d4', 'ready'],
    ['d3', 'none'],
  ] as const) {
    ride.setState({ ride: null })
    scan.setState({ scan: { kind: 'ready', code: '3EF', intent: scanned(id), fault: null } })
    ride.setState({ ride: exampleRide })
    expect(scan.getState().scan.kind).toBe(kind)
  }
})

it('leaves nothing that somebody typed to whoever comes after signing out', async () => {
  drafts.write('profile.nickname', '小林')
  await getServices().session.getState().signOut()
  expect(drafts.read('profile.nickname')).toBeUndefined()
})
