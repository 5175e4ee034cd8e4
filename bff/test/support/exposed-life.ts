import { randomBytes } from 'node:crypto'
import { createAccounts } from './account.ts'
import { openBikeYard } from './bike-yard.ts'
import { loginByCookie } from './cookie-session.ts'
import { allEchoes, type EchoingPlatform } from './echoing-platform.ts'
import { alipay, douyin, h5, randomId, weapp } from './journeys.ts'
import { createOperatorCommand } from './operator-command.ts'
import { createPayloads } from './payloads.ts'
import { createPush, signedQuery } from './push.ts'
import { createRiding, sample } from './riding.ts'
import { createSecretPage } from './secret-page.ts'
import type { Stack } from './stack.ts'
import { createWebRegistration } from './web-registration.ts'

/** Somebody does all there is to do once, as a guest and as a member. Answers what was theirs alone. */
export async function liveThrough(stack: Stack, user: string) {
  const accounts = createAccounts(stack)
  const riding = createRiding(stack)
  const payloads = createPayloads(stack)
  const web = createWebRegistration(stack)
  const bike = await (await openBikeYard(stack)).addBike()

  const deviceId = randomId()
  const guest = await stack.becomeGuest(deviceId)
  await riding.scan(guest.token, bike.code)
  const request = { code: await stack.code(user), nonce: randomId(), deviceId, guestToken: guest.token }
  const { token, user: known } = await stack.signIn(request)
  const { openid, unionid } = await stack.subject(user)
  const sessionKey = stack.simulator.world.sessionKeys.find(weapp, personOf(stack, user)) ?? ''

  const ticket = await web.ticketFor(token)
  const { cookie } = await web.redeem(ticket)
  await web.register(cookie, user)
  const phoneCode = await stack.phoneCode(user)
  await accounts.bindPhone(token, phoneCode)
  await accounts.saveAvatar(token)
  await payloads.sendProfile(token, await stack.userProfile(user))
  await payloads.sendSteps(token, await stack.weRun(user))
  await payloads.platformKey(token)
  const ride = await riding.ride(token, bike)
  await riding.addSamples(token, ride.id, [sample(1)])
  await riding.report(bike, { rideId: ride.id, samples: [sample(2)] } as never)
  await riding.finish(token, ride.id)
  await riding.summary(token, '7d')
  await riding.ranking(token, bike.trailId, 'week')
  await accounts.exportAll(token)
  await accounts.devices(token)
  await loginByCookie(stack)
  await failInEveryWay(stack, { ...request, token, ticket, phoneCode })
  return {
    userId: known.userId,
    token,
    end: () => accounts.erase(token),
    secrets: { ...request, token, ticket, sessionKey, openid, unionid, phoneCode },
  }
}

export function personOf({ simulator }: Stack, user: string) {
  const person = simulator.world.people.find(user)
  if (!person) throw new Error(`there is no ${user}`)
  return person
}

/** Secrets where none belong: what an answer could quote. */
async function failInEveryWay(stack: Stack, given: Record<string, string>): Promise<void> {
  const { api } = stack
  for (const secret of Object.values(given)) {
    const escaped = encodeURIComponent(secret)
    await api('GET', `/v1/${escaped}`)
    await api('GET', `/v1/userinfo?token=${escaped}`, { token: secret })
    await api('POST', '/v1/session', { body: { code: secret, nonce: secret, appId: secret, platform: secret } })
    await api('POST', '/v1/scans', { token: given.token ?? '', body: { scene: secret, q: secret } })
    await api('POST', '/v1/registration/tickets/redeem', { body: { ticket: secret }, headers: { origin: secret } })
    await api('PATCH', '/v1/userinfo', { token: secret, body: `{"${secret}":`, headers: { cookie: `a=${secret}` } })
  }
}

/** Every login, payload and change that asks a platform, while each answers with what it was asked. */
export async function sufferEchoes(stack: Stack, platform: EchoingPlatform, { token }: { token: string }) {
  const accounts = createAccounts(stack)
  for (const how of allEchoes) {
    const codes = { phone: await stack.phoneCode(), alipay: await stack.code('alice', alipay.appId) }
    platform.echo(how)
    await stack.login()
    await stack.login({ user: 'bob', platform: 'h5', appId: h5.appId })
    await stack.login({ platform: 'alipay', appId: alipay.appId, code: codes.alipay })
    await stack.login({ platform: 'tt', appId: douyin.appId })
    await accounts.bindPhone(token, codes.phone)
    await accounts.rename(token, how)
    await accounts.saveAvatar(token)
    await stack.api('GET', '/v1/session/platform-key', { token })
    platform.echo()
    // The breakers close again.
    stack.advance(60_000)
  }
}

/** All that an operator types, right and wrong. Answers what was written, and the links that were meant for owners. */
export async function operate(stack: Stack, userId: string) {
  const type = createOperatorCommand(stack)
  const page = createSecretPage(stack)
  const receipt = randomBytes(32).toString('base64url')
  const written: string[] = []
  const command = async (typed: string, ...args: string[]) => {
    const { stdout, stderr } = await type(typed, ...args)
    written.push(stdout, stderr)
  }
  const link = await page.makeLink()
  await page.open(link)
  await page.submit(link, 'mistyped-but-secret', receipt)
  await page.submit(link, weapp.secret, receipt)
  await page.submit(link, weapp.secret, receipt)
  await page.look(receipt)
  await command(weapp.secret, 'secret', 'set', weapp.appId)
  await command('mistyped-but-secret', 'secret', 'rotate', weapp.appId)
  for (const words of ['app list', 'audit', 'doctor', 'content list', 'trail list', 'device list']) {
    await command('', ...words.split(' '))
  }
  for (const words of ['user show', 'user export', 'user reset-key', 'sessions list']) {
    await command('', ...words.split(' '), userId)
    await command('', ...words.split(' '), userId, '--json')
  }
  return { written: written.join('\n'), secrets: { link, receipt, mistyped: 'mistyped-but-secret' } }
}

/** WeChat pushes, and somebody else tries to. */
export async function push(stack: Stack, user: string, secret: string): Promise<void> {
  const { open, tell, address } = createPush(stack)
  await open()
  await tell(user, 'user_info_modified')
  const query = new URLSearchParams({ ...signedQuery(stack.clock.now()), msg_signature: secret, echostr: 'echo' })
  for (const body of [secret, JSON.stringify({ Encrypt: secret }), `<xml><Encrypt>${secret}</Encrypt></xml>`]) {
    await (await fetch(`${address}?${query}`, { method: 'POST', body })).text()
  }
}
