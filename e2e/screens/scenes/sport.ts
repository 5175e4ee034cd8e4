import type { Phone, Scene, Visitor } from '../scene.ts'
import { rest, serverTurns } from './acts.ts'

async function open({ page, go }: Phone, path: string, waitFor: string): Promise<void> {
  await go(path)
  await page.locator(waitFor).first().waitFor()
  await rest(page)
}

/** One page with what it shows to whom, while it waits, and when nothing answers. */
function pageScenes(name: string, path: string, states: [state: string, visitor: Visitor, waitFor: string][]): Scene[] {
  return [
    ...states.map(
      ([state, visitor, waitFor]): Scene => ({
        name: `${name}-${state}`,
        visitor,
        play: (phone) => open(phone, path, waitFor),
      }),
    ),
    {
      name: `${name}-waiting`,
      visitor: 'member',
      async play(phone) {
        await phone.go()
        await phone.page.getByText('小林').first().waitFor()
        await serverTurns(phone.page, 'silent')
        await phone.go(path)
        await phone.page.reload()
        await phone.page.waitForTimeout(1000)
      },
    },
    {
      name: `${name}-offline`,
      visitor: 'member',
      async play(phone) {
        await phone.go()
        await phone.page.getByText('小林').first().waitFor()
        await serverTurns(phone.page, 'unreachable')
        await phone.go(path)
        await phone.page.reload()
        await phone.page.locator('#banner').waitFor()
        await rest(phone.page)
      },
    },
  ]
}

const onTrail = { latitude: 30.2485, longitude: 120.1453 }

export const sportScenes: Scene[] = [
  ...pageScenes('history', 'pages/history/index', [
    ['member', 'member', '#rides'],
    ['newcomer', 'newcomer', '#go-home'],
    ['guest', 'guest', '#history-register'],
  ]),
  ...pageScenes('ranking', 'pages/ranking/index', [
    ['member', 'member', '#pinned-place'],
    ['newcomer', 'newcomer', '#pinned-place'],
    ['guest', 'guest', '#board'],
  ]),
  ...pageScenes('trails', 'pages/trails/index', [['guest', 'guest', '#locate']]),
  {
    name: 'trails-near',
    visitor: 'guest',
    phone: { geolocation: onTrail, permissions: ['geolocation'] },
    async play(phone) {
      await open(phone, 'pages/trails/index', '#locate')
      await phone.page.locator('#locate').click()
      await phone.page.getByText('在范围内').first().waitFor()
      await rest(phone.page)
    },
  },
  {
    name: 'trails-denied',
    visitor: 'guest',
    async play(phone) {
      await open(phone, 'pages/trails/index', '#locate')
      await phone.page.locator('#locate').click()
      await rest(phone.page)
    },
  },
]
