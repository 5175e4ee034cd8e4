import { randomBytes } from 'node:crypto'
import Router from '@koa/router'
import type { Endpoint } from '@trailpass/shared'
import { describe, expect, it } from 'vitest'
import { bindRoutes } from '../../src/app.ts'
import type { AppServices } from '../../src/context.ts'
import type { BoundOperation } from '../../src/http/bind-endpoint.ts'
import { createAccounts } from '../support/account.ts'
import { openBikeYard } from '../support/bike-yard.ts'
import { figure, patience } from '../support/figure.ts'
import { agreedVersions, randomId, weapp } from '../support/journeys.ts'
import { createRiding, sample } from '../support/riding.ts'
import type { Stack } from '../support/stack.ts'
import { storages } from '../support/storages.ts'
import { createWebRegistration } from '../support/web-registration.ts'
import { withStack } from '../support/with-stack.ts'

// Binding calls no service, so there need be none.
const config = { rateLimits: { factor: 1, table: {} }, production: true, wechat: { verifyFiles: new Map() } }
const services = { config } as unknown as AppServices
const operations = bindRoutes(new Router(), services)

/** Alice, with one of everything. */
async function alice(stack: Stack) {
  const yard = await openBikeYard(stack)
  const riding = createRiding(stack)
  const account = createAccounts(stack)
  const { token, principal } = await stack.signIn({ user: 'alice', model: 'model of alice' })
  await stack.register(token, { nickname: '爱丽丝' })
  await account.bindPhone(token, await stack.phoneCode('alice'))
  const { avatarUrl, riderId } = (await account.saveAvatar(token)).body
  const bike = await yard.addBike()
  const ride = await riding.ride(token, bike)
  await riding.addSamples(token, ride.id, [sample(0)])
  const intent = (await riding.scan(token, (await yard.addBike()).code)).body
  const [device] = (await account.devices(token)).body.sessions
  const { openid, unionid } = await stack.subject('alice')
  const { url } = (await createWebRegistration(stack).createTicket(token)).body
  return {
    token,
    bike,
    rideId: ride.id,
    intentId: intent.intentId,
    deviceSession: device?.id ?? '',
    ticket: url.slice(-43),
    /** What is hers alone; name and avatar stand in rankings for everybody. */
    canaries: [principal.userId, riderId, openid, unionid, '138******01', 'model of alice', ride.id, intent.intentId],
    avatarUrl,
    userId: principal.userId,
    openid,
  }
}
type Alice = Awaited<ReturnType<typeof alice>>

interface Attempt {
  /** For `:name` in the path. */
  id?: string
  query?: string
  body?: unknown
}

const plain = () => ({})
/** What somebody else sends to get at what is Alice's, by operation. */
const attempts: Readonly<Record<string, (her: Alice, stack: Stack) => Attempt | Promise<Attempt>>> = {
  createSession: async (her, stack) => ({
    body: {
      platform: 'weapp',
      appId: weapp.appId,
      code: await stack.code('mallory'),
      nonce: randomId(),
      deviceId: randomId(),
      guestToken: her.token,
    },
  }),
  createGuestSession: () => ({ body: { platform: 'weapp', appId: weapp.appId, deviceId: randomId() } }),
  getPlatformKey: (her) => ({ query: `openid=${her.openid}` }),
  deleteSession: plain,
  listSessions: (her) => ({ query: `userId=${her.userId}` }),
  endSession: (her) => ({ id: her.deviceSession }),
  scanDevice: (her) => ({ body: { scene: her.bike.code } }),
  startRide: (her) => ({ body: { intentId: her.intentId } }),
  getCurrentRide: (her) => ({ query: `rideId=${her.rideId}` }),
  listRides: () => ({ query: 'before=ZZZZZZZZZZZZZZZZZZZZZZZZZZ' }),
  addRideSamples: (her) => ({ id: her.rideId, body: { samples: [sample(1)] } }),
  finishRide: (her) => ({ id: her.rideId }),
  reportDevice: (her) => ({ id: her.bike.id, body: { rideId: her.rideId, samples: [sample(2)] } }),
  listAgreements: plain,
  register: () => ({ body: { agreements: agreedVersions } }),
  getUserInfo: (her) => ({ query: `userId=${her.userId}` }),
  updateUserInfo: () => ({ body: { nickname: '冒名' } }),
  updatePlatformProfile: async (_her, stack) => ({ body: await stack.userProfile('alice') }),
  renewRiderId: plain,
  uploadAvatar: plain,
  getSportSummary: () => ({ query: 'range=31d' }),
  updateSteps: async (_her, stack) => ({ body: await stack.weRun('alice') }),
  getLeaderboard: (her) => ({ id: her.bike.trailId, query: 'period=all' }),
  getOverview: plain,
  bindPhone: async (_her, stack) => ({
    body: await stack.sealProfile('alice', { phoneNumber: '13800000001' }).then(({ encryptedData, iv }) => ({
      encryptedData,
      iv,
    })),
  }),
  removePhone: plain,
  giveConsents: () => ({ body: { agreements: agreedVersions, screen: 'profile' } }),
  withdrawConsent: () => ({ id: 'privacy-policy' }),
  getJoinOffer: plain,
  decideJoin: () => ({ body: { join: true } }),
  exportUserInfo: (her) => ({ query: `userId=${her.userId}` }),
  deleteUserInfo: (her) => ({ query: `userId=${her.userId}` }),
  createTicket: plain,
  redeemTicket: (her) => ({ body: { ticket: `${her.ticket.slice(0, -1)}_` } }),
  listTrails: plain,
}

/** All that Alice sees of what is hers. */
async function seenBy(stack: Stack, { token, avatarUrl }: Alice): Promise<string> {
  const ride = createRiding(stack)
  const account = createAccounts(stack)
  // Asked of the service itself: that often, the operation is limited.
  const { sessions, exports } = stack.context
  const { exportedAt: _, ...exported } = await exports.export(await sessions.resolve(token))
  const avatar = await stack.api('GET', avatarUrl ?? '')
  return JSON.stringify([exported, (await ride.list(token)).body, (await account.devices(token)).body, avatar.status])
}

const callOf = ({ method, path }: Endpoint<unknown, unknown>, { id = '', query, body }: Attempt) => ({
  method,
  path: path.replace(/:\w+/, encodeURIComponent(id)) + (query ? `?${query}` : ''),
  body,
})

/** Whom Mallory is taken for, one after the other. */
const standings: readonly ((stack: Stack) => Promise<string>)[] = [
  async (stack) => {
    const { token } = await stack.signIn({ user: 'mallory' })
    await stack.register(token, { nickname: '马洛里' })
    return token
  },
  async (stack) => (await stack.becomeGuest()).token,
  async (stack) => {
    const user = randomBytes(8).toString('hex')
    await stack.addPerson(user)
    return (await stack.signIn({ user })).token
  },
]
const strangers = Array.from({ length: figure('STRANGERS', 1) }, (_, at) => standings[at % standings.length])

it('tries every operation there is', () => {
  const bound = operations.map(({ endpoint }: BoundOperation) => endpoint.id)
  expect(Object.keys(attempts).sort()).toEqual([...bound].sort())
})

describe.each(storages)('on $name', (storage) => {
  it('nobody reads or changes what is somebody else’s, by any operation', { timeout: patience(120_000) }, () =>
    withStack(
      async (stack) => {
        await stack.addPerson('mallory')
        const her = await alice(stack)
        const before = await seenBy(stack, her)
        const tries = strangers.flatMap((become) => operations.map((operation) => ({ become, ...operation })))
        for (const { become, endpoint, auth } of tries) {
          const token = (await become?.(stack)) ?? ''
          const attempt = await attempts[endpoint.id]?.(her, stack)
          const { method, path, body } = callOf(endpoint, attempt ?? {})
          const answer = await stack.api(method, path, { token, ...(body !== undefined && { body }) })
          const told = her.canaries.filter((canary) => canary !== null && answer.text.includes(canary))
          // Whoever sends an id of hers is told that it is unknown, not what it is.
          const seen = (await seenBy(stack, her)) === before ? 'as before' : 'changed'
          expect({ operation: endpoint.id, auth, told, seen }).toEqual({
            operation: endpoint.id,
            auth,
            told: [],
            seen: 'as before',
          })
          expect(answer.status).toBeLessThan(500)
        }
      },
      { storage, env: { RATE_LIMIT_FACTOR: '1000' } },
    ),
  )
})
