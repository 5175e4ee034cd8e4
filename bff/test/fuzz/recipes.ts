import { findNicknameFault } from '@trailpass/shared'
import { createAccounts } from '../support/account.ts'
import type { BikeYard } from '../support/bike-yard.ts'
import { loginByCookie } from '../support/cookie-session.ts'
import { agreedVersions, douyin, h5, randomId, weapp } from '../support/journeys.ts'
import { createRiding } from '../support/riding.ts'
import { h5Origin, type Stack } from '../support/stack.ts'
import { createWebRegistration } from '../support/web-registration.ts'
import type { Caller, Cast } from './cast.ts'
import { tinyPng } from './pictures.ts'
import type { FuzzRequest } from './request.ts'

export interface Scene {
  stack: Stack
  yard: BikeYard
  cast: Cast
  caller: Caller
  /** One of these, as the seed has it. */
  pick<T>(choices: readonly T[]): T
}

/** What a schema cannot say makes a request a good one: a code that is fresh, the id of a ride that is there. */
export type Recipe = (made: FuzzRequest, scene: Scene) => Promise<Partial<FuzzRequest>>

type Fields = Record<string, unknown>
const fieldsOf = ({ body }: FuzzRequest) => body as Fields
const without = (fields: Fields, ...names: string[]) =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)))

const nicknames = ['小林', 'Zoë', '👩‍👩‍👧‍👦', '  a  b ', '', '𠮷野家', 'مرحبا', 'a'.repeat(20)]
const withNickname = (fields: Fields, { pick }: Scene): Fields =>
  typeof fields.nickname === 'string' && findNicknameFault(fields.nickname)
    ? { ...fields, nickname: pick(nicknames) }
    : fields

const logins = [
  { platform: 'weapp', ...weapp },
  { platform: 'weapp', ...weapp },
  { platform: 'h5', ...h5 },
  { platform: 'tt', ...douyin },
].map(({ platform, appId }) => ({ platform, appId }))

/** The intent of a bike of the caller's own. */
async function intentOf({ stack, cast, caller }: Scene): Promise<string> {
  const bike = await cast.bikeOf(caller)
  const { body } = await createRiding(stack).scan(caller.token, bike.code)
  return body?.intentId ?? 'none'
}

async function rideOf(scene: Scene): Promise<string> {
  const { caller, stack, pick } = scene
  if (caller.known.rides.length > 0) return pick(caller.known.rides)
  const { body } = await createRiding(stack).start(caller.token, await intentOf(scene))
  return body?.id ?? 'none'
}

/** Registers the caller on the other side too, so that they have two accounts to join. */
async function makeSecondAccount({ stack, caller }: Scene): Promise<void> {
  const onWeb = { platform: 'h5', appId: h5.appId } as const
  const { token } = await stack.signIn({ ...onWeb, code: await stack.code(caller.user, h5.appId) })
  await stack.register(token)
  await stack.signIn({ ...onWeb, code: await stack.webCode(caller.user) })
}

const maybeSecond = async (scene: Scene) => {
  if (scene.caller.kind === 'member' && scene.pick([true, false, false, false])) await makeSecondAccount(scene)
  return {}
}

export const recipes: Readonly<Record<string, Recipe>> = {
  async createSession(made, { stack, cast, pick }) {
    const login = pick(logins)
    const user = pick(['alice', (await cast.get('member')).user])
    const guestToken = pick([undefined, undefined, (await cast.get('guest')).token])
    const fields = { ...without(fieldsOf(made), 'guestToken'), ...(guestToken !== undefined && { guestToken }) }
    return { body: { ...fields, ...login, nonce: randomId(), code: await stack.code(user, login.appId) } }
  },
  createGuestSession: async (made, { pick }) => ({ body: { ...fieldsOf(made), ...pick(logins) } }),
  async endSession(_, { stack, caller }) {
    if (caller.kind === 'cookie') await loginByCookie(stack, {}, caller.user)
    else if (caller.user !== '') await stack.signIn({ user: caller.user })
    const { body } = await createAccounts(stack).devices(caller.token)
    return { ids: { id: body?.sessions?.find(({ current }) => !current)?.id ?? 'none' } }
  },
  async register(made, scene) {
    const { stack, caller, pick } = scene
    const phoneCode = caller.user === '' ? undefined : pick([undefined, await stack.phoneCode(caller.user)])
    const fields = withNickname(without(fieldsOf(made), 'phoneCode'), scene)
    return { body: { ...fields, agreements: agreedVersions, ...(phoneCode !== undefined && { phoneCode }) } }
  },
  updateUserInfo: async (made, scene) => ({ body: withNickname(fieldsOf(made), scene) }),
  async updatePlatformProfile(made, { stack, caller, pick }) {
    if (caller.kind !== 'member') return made
    return { body: await stack.userProfile(caller.user, { anonymous: pick([true, false]) }) }
  },
  async updateSteps(made, { stack, caller }) {
    return caller.kind === 'member' ? { body: await stack.weRun(caller.user) } : made
  },
  async bindPhone(made, { stack, caller, pick }) {
    if (caller.user === '') return made
    if (caller.kind !== 'member' || pick([true, false])) return { body: { code: await stack.phoneCode(caller.user) } }
    const { encryptedData, iv } = await stack.sealProfile(caller.user, { phoneNumber: '13800000001' })
    return { body: { encryptedData, iv } }
  },
  uploadAvatar: async () => tinyPng(),
  giveConsents: async (made, { pick }) => ({
    body: { ...fieldsOf(made), agreements: pick([agreedVersions, agreedVersions.slice(1)]) },
  }),
  withdrawConsent: async (_, { pick }) => ({ ids: { agreement: pick(agreedVersions).id } }),
  getJoinOffer: (_, scene) => maybeSecond(scene),
  decideJoin: (_, scene) => maybeSecond(scene),
  async redeemTicket({ headers }, { stack, cast }) {
    const { token } = await cast.get('newcomer')
    const ticket = await createWebRegistration(stack).ticketFor(token)
    return { body: { ticket }, headers: { ...headers, origin: h5Origin } }
  },
  async scanDevice(_, { cast, caller, pick }) {
    const { code } = await cast.bikeOf(caller)
    return { body: pick([{ scene: code }, { q: `https://trail.example/d/${code}?a=b` }]) }
  },
  startRide: async (_, scene) => ({ body: { intentId: await intentOf(scene) } }),
  addRideSamples: async (_, scene) => ({ ids: { id: await rideOf(scene) } }),
  finishRide: async (_, scene) => ({ ids: { id: await rideOf(scene) } }),
  async reportDevice(made, { cast, caller, pick }) {
    const bike = await cast.bikeOf(caller.kind === 'member' ? caller : await cast.get('member'))
    const { rides } = caller.known
    const rideId = pick([undefined, rides[0]])
    const fields = { ...without(fieldsOf(made), 'rideId'), ...(rideId !== undefined && { rideId }) }
    return { ids: { id: bike.id }, signer: bike, body: fields }
  },
  async getLeaderboard(_, { cast, caller }) {
    return { ids: { trailId: (await cast.bikeOf(caller)).trailId } }
  },
  listRides: async ({ query }, { caller, pick }) => ({
    query: query.length > 0 && caller.known.rides.length > 0 ? [['before', pick(caller.known.rides)]] : query,
  }),
  listTrails: async ({ query }) => ({ query: query.length === 1 ? [] : query }),
}
