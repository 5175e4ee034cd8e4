import type { UserInfo } from '@trailpass/shared'
import type { MiniProgramHost } from '@trailpass/simulator/hosts/node'
import { callBff } from '../../e2e/support/call-bff.ts'
import { createPhone } from '../../e2e/support/phone.ts'
import type { Stack } from '../../e2e/support/stack.ts'
import { readStoredSession } from '../../e2e/support/stored-session.ts'
import type { Transcript } from './transcript.ts'

export interface Scene {
  stack: Stack
  transcript: Transcript
}

export interface FirstStart {
  phone: MiniProgramHost
  guestId: string
}

const nickname = '小林'

export async function playFirstStart({ stack, transcript }: Scene): Promise<FirstStart> {
  transcript.chapter('WeChat is down, and Alice opens the mini program for the first time')
  await stack.simulator('POST', '/_sim/faults', { mode: 'down' })
  const phone = createPhone(stack, 'alice')
  phone.start()
  await phone.waitFor(() => phone.has('banner') && phone.text().includes('青龙湖步道'))
  await phone.settle()
  transcript.screen('home', phone.text())
  const session = readStoredSession(phone.storage)
  transcript.check('the trail is on screen, and words say why nobody is named', phone.has('guest-badge'))
  transcript.check('she is a guest with an id of her own', session?.user.registered === false, session?.kind)
  return { phone, guestId: session?.user.userId ?? '' }
}

export async function playBackOnline({ stack, transcript }: Scene, { phone, guestId }: FirstStart): Promise<void> {
  transcript.chapter('WeChat is back: she is signed in silently, as the same person')
  await stack.simulator('POST', '/_sim/faults', { mode: 'off' })
  phone.tap('retry')
  await phone.waitFor(() => readStoredSession(phone.storage)?.identified === true)
  await phone.settle()
  const user = readStoredSession(phone.storage)?.user
  transcript.check('WeChat named her, and nothing asked her for anything', phone.modals.length === 0)
  transcript.check(`the user id is the guest's: ${guestId}`, user?.userId === guestId, user?.userId)
  transcript.check('the words about WeChat are gone', !phone.has('banner'))
}

export async function playRegistration({ stack, transcript }: Scene, phone: MiniProgramHost): Promise<void> {
  transcript.chapter('She registers beside the bike')
  phone.tap('agreement-privacy-policy')
  await phone.waitFor(() => phone.has('agreement-text'))
  await phone.settle()
  transcript.screen('privacy policy, first lines', phone.text().split('\n').slice(0, 4).join('\n'))
  phone.back()
  await phone.settle()
  phone.tap('agree')
  await phone.settle()
  phone.tap('start-ride')
  await phone.waitFor(() => phone.has('registration'))
  await phone.settle()
  transcript.screen('registration', phone.text())
  phone.input('nickname', nickname)
  phone.tap('submit-registration')
  await phone.waitFor(() => !phone.has('registration') && phone.text().includes(nickname))
  await phone.settle()
  transcript.screen('home', phone.text())
  transcript.check('the bike is still there', phone.has('start-ride') && phone.text().includes('1 号车'))
  const stored = await userOf(stack, phone)
  transcript.check('the server knows her as a member', stored.registered && stored.nickname === nickname, stored)
  transcript.check(
    `she has a rider id, and consented to ${stored.consents.map(({ id }) => id).join(' and ')}`,
    stored.riderId !== null && stored.consents.length === 2,
    stored,
  )
}

export async function playColdStart({ stack, transcript }: Scene, { phone, guestId }: FirstStart): Promise<void> {
  transcript.chapter('The BFF is killed (kill -9) and starts again; she comes back the next day')
  phone.stop()
  await stack.bff.kill()
  await stack.bff.restart()
  const sameTrail = createPhone(stack, 'alice', { storage: phone.storage })
  sameTrail.start()
  await sameTrail.waitFor(() => sameTrail.text().includes(nickname))
  await sameTrail.settle()
  transcript.screen('home', sameTrail.text())
  const user = await userOf(stack, sameTrail)
  transcript.check('nothing was lost: same id, same name', user.userId === guestId && user.nickname === nickname, user)
  transcript.check('no wx.login was needed', (sameTrail.calls.login ?? 0) === 0, sameTrail.calls)
  sameTrail.stop()
}

async function userOf({ bff }: Stack, phone: MiniProgramHost): Promise<UserInfo> {
  const token = readStoredSession(phone.storage)?.token ?? null
  return (await callBff<UserInfo>(bff.url, 'GET', '/v1/userinfo', { token })).body
}
