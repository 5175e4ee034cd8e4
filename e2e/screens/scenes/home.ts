import type { Scene } from '../scene.ts'
import { openHome, rest, serverTurns } from './acts.ts'

const guestGreeting = '访客'
const onTrail = { latitude: 30.2485, longitude: 120.1453 }

export const homeScenes: Scene[] = [
  {
    name: 'home-first-paint',
    visitor: 'guest',
    async play({ page, go }) {
      await serverTurns(page, 'silent')
      await go()
      await page.locator('#overview').waitFor()
    },
  },
  { name: 'home-guest', visitor: 'guest', play: (phone) => openHome(phone, guestGreeting) },
  {
    name: 'home-guest-later',
    visitor: 'guest',
    async play(phone) {
      await openHome(phone, guestGreeting)
      await phone.page.locator('#not-now').click()
    },
  },
  {
    name: 'home-guest-english',
    visitor: 'guest',
    phone: { locale: 'en-US' },
    play: (phone) => openHome(phone, 'Guest'),
  },
  { name: 'home-member', visitor: 'member', play: (phone) => openHome(phone, '小林') },
  {
    name: 'home-member-english',
    visitor: 'member',
    phone: { locale: 'en-US' },
    play: (phone) => openHome(phone, '小林'),
  },
  {
    name: 'home-member-near',
    visitor: 'member',
    phone: { geolocation: onTrail, permissions: ['geolocation'] },
    play: (phone) => openHome(phone, '在范围内'),
  },
  { name: 'home-newcomer', visitor: 'newcomer', play: (phone) => openHome(phone, '老陈') },
  {
    name: 'home-member-waiting',
    visitor: 'member',
    async play(phone) {
      await openHome(phone, '小林')
      await serverTurns(phone.page, 'silent')
      await phone.page.reload()
      await phone.page.locator('#sport').waitFor()
    },
  },
  {
    name: 'home-member-offline',
    visitor: 'member',
    async play(phone) {
      await openHome(phone, '小林')
      await serverTurns(phone.page, 'unreachable')
      await phone.page.reload()
      await phone.page.locator('#banner').waitFor()
      await rest(phone.page)
    },
  },
  {
    name: 'home-error',
    visitor: 'guest',
    async play({ page, go }) {
      await serverTurns(page, 'failing', '**/v1/overview')
      await go()
      await page.locator('#banner').waitFor()
      await rest(page)
    },
  },
  {
    name: 'home-wechat-silent',
    visitor: 'guest',
    async play({ page, stack, go }) {
      await stack.simulator('POST', '/_sim/faults', { mode: 'busy', path: '/sns/oauth2/access_token' })
      try {
        await go()
        await page.getByText('微信暂时没有回应').waitFor()
        await rest(page)
      } finally {
        await stack.simulator('POST', '/_sim/faults', { mode: 'off' })
      }
    },
  },
  {
    name: 'home-outside-wechat',
    visitor: 'guest',
    phone: { inWeChat: false },
    async play({ page, go }) {
      await go()
      await page.getByText('在微信里打开', { exact: true }).waitFor()
      await rest(page)
    },
  },
]
