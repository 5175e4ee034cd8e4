import { simulatedBike } from '../../support/simulated-bike.ts'
import type { Phone, Scene } from '../scene.ts'
import { rest, serverTurns } from './acts.ts'

/** H5 as the camera opens it, until the page speaks of the bike. */
async function scan(phone: Phone, code: string): Promise<void> {
  await phone.go('pages/home/index', code)
  await phone.page.locator('#bike-card').waitFor()
  await rest(phone.page)
}

const bikeCode = ({ stack }: Phone, number: number) => simulatedBike(stack, number).code

export const bikeScenes: Scene[] = [
  { name: 'bike-guest', visitor: 'guest', play: (phone) => scan(phone, bikeCode(phone, 2)) },
  {
    name: 'bike-guest-terms',
    visitor: 'guest',
    async play(phone) {
      await scan(phone, bikeCode(phone, 2))
      await phone.page.locator('#start-ride').click()
      await phone.page.locator('#agree').waitFor()
    },
  },
  { name: 'bike-member', visitor: 'member', play: (phone) => scan(phone, bikeCode(phone, 2)) },
  {
    name: 'bike-reading',
    visitor: 'member',
    async play(phone) {
      await phone.go()
      await phone.page.getByText('小林').first().waitFor()
      await serverTurns(phone.page, 'silent', '**/v1/scans')
      await phone.go('pages/home/index', bikeCode(phone, 2))
      await phone.page.getByText('正在认车').waitFor()
      await phone.page.waitForTimeout(1500)
    },
  },
  { name: 'bike-forged', visitor: 'member', play: (phone) => scan(phone, '1NOTABIKEOFOURSATALL0000') },
  {
    name: 'bike-unreachable',
    visitor: 'member',
    async play(phone) {
      await serverTurns(phone.page, 'unreachable', '**/v1/scans')
      await scan(phone, bikeCode(phone, 2))
    },
  },
]

const holdMs = 1100

export const rideScenes: Scene[] = [
  {
    name: 'ride-none',
    visitor: 'member',
    async play({ page, go }) {
      await go('pages/ride/index')
      await page.locator('#ride-home').waitFor()
      await rest(page)
    },
  },
  {
    name: 'ride-live',
    visitor: 'rider',
    async play(phone) {
      const bike = simulatedBike(phone.stack, 1)
      await scan(phone, bike.code)
      await phone.page.locator('#start-ride').click()
      await phone.page.locator('#ride-distance').waitFor()
      await bike.pedal(754)
      await phone.page.getByText('3.77').waitFor()
    },
  },
  {
    name: 'ride-asked-to-end',
    visitor: 'rider',
    async play(phone) {
      await phone.go('pages/ride/index')
      await phone.page.locator('#finish-ride').click()
      await rest(phone.page)
    },
  },
  {
    name: 'ride-weak-signal',
    visitor: 'rider',
    async play(phone) {
      await phone.go('pages/ride/index')
      await phone.page.locator('#ride-distance').waitFor()
      await serverTurns(phone.page, 'unreachable')
      await phone.page.locator('#ride-weak').waitFor()
    },
  },
  {
    name: 'home-riding',
    visitor: 'rider',
    async play({ page, go }) {
      await go()
      await page.locator('#continue-ride').waitFor()
      await rest(page)
    },
  },
  {
    name: 'bike-occupied',
    visitor: 'member',
    play: (phone) => scan(phone, bikeCode(phone, 1)),
  },
  {
    name: 'ride-summary',
    visitor: 'rider',
    async play(phone) {
      await phone.go('pages/ride/index')
      const finish = phone.page.locator('#finish-ride')
      await finish.waitFor()
      await finish.dispatchEvent('touchstart')
      await phone.page.waitForTimeout(holdMs)
      await phone.page.locator('#ride-summary').waitFor()
      await rest(phone.page)
    },
  },
]
