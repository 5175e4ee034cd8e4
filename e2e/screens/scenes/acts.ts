import type { Page, Route } from 'playwright-core'
import type { Phone } from '../scene.ts'

/** Home as it stands once everything has come. */
export async function openHome(phone: Phone, greeted: string): Promise<void> {
  await phone.go()
  await phone.page.getByText(greeted).first().waitFor()
  await rest(phone.page)
}

/** Until nothing is on its way. */
export async function rest(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  // Sheets rise and bars grow for as long as this.
  await page.waitForTimeout(350)
}

type Behaviour = 'silent' | 'unreachable' | 'failing'

const behaviours: Record<Behaviour, (route: Route) => Promise<void> | void> = {
  silent: () => {},
  unreachable: (route) => route.abort('internetdisconnected'),
  failing: (route) => route.fulfill({ status: 503, contentType: 'application/problem+json', body: unavailable }),
}
const unavailable = JSON.stringify({
  type: 'about:blank',
  title: 'Storage unavailable',
  status: 503,
  code: 'storage.unavailable',
  instance: '1',
})

/** From here on the server answers in one way only. */
export async function serverTurns(page: Page, how: Behaviour, path = '**/v1/**'): Promise<void> {
  await page.route(path, behaviours[how])
}
