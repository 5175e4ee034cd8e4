import type { AccountSummary, AgreementList, LoginResponse, UserInfo } from '@trailpass/shared'
import type { Phone, Scene } from '../scene.ts'
import { rest, serverTurns } from './acts.ts'

async function open({ page, go }: Phone, name: string, waitFor: string): Promise<void> {
  await go(`pages/profile/${name}`)
  await page.locator(waitFor).waitFor()
  await rest(page)
}

const summary = (displayName: string, platforms: AccountSummary['platforms'], rides: number): AccountSummary => ({
  displayName,
  avatarUrl: null,
  phoneMasked: null,
  platforms,
  registeredAt: '2026-10-01T08:00:00.000Z',
  rides,
  distanceMeters: rides * 4200,
})

/** The server says that there is another account of the same person. */
async function offerJoin({ page }: Phone): Promise<void> {
  const offer = { own: summary('山里人', ['h5'], 3), other: summary('小林', ['weapp'], 41) }
  await page.route('**/v1/userinfo/join', (route) => route.fulfill({ json: { offer } }))
  const offered = { phoneMasked: '138******01', joinOffered: true }
  await page.route('**/v1/userinfo', async (route) => {
    const answer = await route.fetch()
    await route.fulfill({ response: answer, json: { ...((await answer.json()) as UserInfo), ...offered } })
  })
  // A scene before this one may have signed them out.
  await page.route('**/v1/session', async (route) => {
    const answer = await route.fetch()
    const login = (await answer.json()) as LoginResponse
    await route.fulfill({ response: answer, json: { ...login, user: { ...login.user, ...offered } } })
  })
}

/** The terms have changed since they were agreed to. */
async function changeTerms({ page }: Phone): Promise<void> {
  await page.route('**/v1/agreements*', async (route) => {
    const answer = await route.fetch()
    const { agreements } = (await answer.json()) as AgreementList
    await route.fulfill({
      response: answer,
      json: { agreements: agreements.map((each) => ({ ...each, version: '9' })) },
    })
  })
}

export const accountScenes: Scene[] = [
  {
    name: 'profile-new-terms',
    visitor: 'member',
    async play(phone) {
      await changeTerms(phone)
      await open(phone, 'index', '#new-terms')
    },
  },
  {
    name: 'profile-join',
    visitor: 'newcomer',
    async play(phone) {
      await offerJoin(phone)
      await open(phone, 'index', '#join')
    },
  },
  { name: 'devices', visitor: 'member', play: (phone) => open(phone, 'devices/index', '#devices') },
  {
    name: 'devices-error',
    visitor: 'member',
    async play(phone) {
      await serverTurns(phone.page, 'failing', '**/v1/sessions')
      await open(phone, 'devices/index', '#devices-again')
    },
  },
  { name: 'export', visitor: 'member', play: (phone) => open(phone, 'export/index', '#make-export') },
  {
    name: 'export-ready',
    visitor: 'newcomer',
    async play(phone) {
      await open(phone, 'export/index', '#make-export')
      await phone.page.locator('#make-export').click()
      await phone.page.locator('#copy-export').waitFor()
      await rest(phone.page)
    },
  },
  { name: 'withdraw', visitor: 'member', play: (phone) => open(phone, 'withdraw/index', '#withdraw') },
  { name: 'erase', visitor: 'member', play: (phone) => open(phone, 'erase/index', '#erase') },
  {
    name: 'erased',
    visitor: 'newcomer',
    async play(phone) {
      await open(phone, 'erase/index', '#erase')
      await phone.page.route('**/v1/userinfo', (route) => route.fulfill({ status: 204 }))
      await phone.page.locator('#erase').click()
      await phone.page.getByText('注销', { exact: true }).click()
      await phone.page.locator('#erased').waitFor()
      await rest(phone.page)
    },
  },
]
