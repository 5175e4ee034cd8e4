import type { UserInfo } from '@trailpass/shared'
import type { Phone, Scene } from '../scene.ts'
import { openHome, rest, serverTurns } from './acts.ts'

async function openRegistration(phone: Phone): Promise<void> {
  await openHome(phone, '访客')
  await phone.page.locator('#register').click()
  await phone.page.locator('#agree').waitFor()
  await rest(phone.page)
}

async function openProfile({ page, go }: Phone, waitFor: string): Promise<void> {
  await go('pages/profile/index')
  await page.locator(waitFor).waitFor()
  await rest(page)
}

/** As if the server knew this of the person, beside what it knows. */
async function answerUserInfo({ page }: Phone, changes: Partial<UserInfo>): Promise<void> {
  await page.route('**/v1/userinfo', async (route) => {
    const answer = await route.fetch()
    await route.fulfill({ response: answer, json: { ...((await answer.json()) as UserInfo), ...changes } })
  })
}

export const personScenes: Scene[] = [
  { name: 'registration', visitor: 'guest', play: openRegistration },
  {
    name: 'registration-unticked',
    visitor: 'guest',
    async play(phone) {
      await openRegistration(phone)
      await phone.page.locator('#submit-registration').click()
      await phone.page.getByText('请勾选相关条款').waitFor()
    },
  },
  {
    name: 'registration-error',
    visitor: 'guest',
    async play(phone) {
      await openRegistration(phone)
      await serverTurns(phone.page, 'unreachable')
      await phone.page.locator('#nickname').fill('山里人')
      await phone.page.locator('#agree').click()
      await phone.page.locator('#submit-registration').click()
      await phone.page.locator('#registration-fault').waitFor()
    },
  },
  {
    name: 'agreement',
    visitor: 'guest',
    async play({ page, go }) {
      await go('pages/agreement/index?id=privacy-policy')
      await page.locator('#agreement-text').waitFor()
      await rest(page)
    },
  },
  {
    name: 'agreement-missing',
    visitor: 'guest',
    async play({ page, go }) {
      await go('pages/agreement/index?id=nothing')
      await rest(page)
    },
  },
  { name: 'profile-guest', visitor: 'guest', play: (phone) => openProfile(phone, '#profile-register') },
  { name: 'profile-member', visitor: 'member', play: (phone) => openProfile(phone, '#sign-out') },
  {
    name: 'profile-under-review',
    visitor: 'newcomer',
    async play(phone) {
      await answerUserInfo(phone, { underReview: ['avatar', 'nickname'] })
      await openProfile(phone, '#under-review')
    },
  },
  {
    name: 'profile-refused',
    visitor: 'newcomer',
    async play(phone) {
      await answerUserInfo(phone, { refused: ['nickname'] })
      await openProfile(phone, '#refused')
    },
  },
  {
    name: 'profile-sign-out',
    visitor: 'newcomer',
    async play(phone) {
      await openProfile(phone, '#sign-out')
      await phone.page.locator('#sign-out').click()
      await rest(phone.page)
    },
  },
  {
    name: 'profile-signed-out',
    visitor: 'newcomer',
    async play(phone) {
      await openProfile(phone, '#sign-out')
      await phone.page.locator('#sign-out').click()
      await phone.page.getByText('退出', { exact: true }).click()
      await phone.page.locator('#sign-in').waitFor()
      await rest(phone.page)
    },
  },
  {
    name: 'home-signed-out',
    visitor: 'newcomer',
    async play(phone) {
      await openProfile(phone, '#sign-out')
      await phone.page.locator('#sign-out').click()
      await phone.page.getByText('退出', { exact: true }).click()
      await phone.page.locator('#sign-in').waitFor()
      await phone.go()
      await phone.page.locator('#banner-sign-in').waitFor()
      await rest(phone.page)
    },
  },
  {
    name: 'help',
    visitor: 'guest',
    async play({ page, go }) {
      await go('pages/help/index')
      await rest(page)
    },
  },
  {
    name: 'about',
    visitor: 'guest',
    async play({ page, go }) {
      await go('pages/help/about/index')
      await page.locator('#version').waitFor()
      await rest(page)
    },
  },
]
