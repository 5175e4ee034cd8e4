import { createTicket } from '@trailpass/shared'
import { callBff, login, loginRequest } from '../../support/call-bff.ts'
import type { Scene } from '../scene.ts'
import { rest } from './acts.ts'

export const webScenes: Scene[] = [
  {
    name: 'web-registration',
    visitor: 'guest',
    async play({ page, stack }) {
      const { body } = await login(stack.bff.url, loginRequest(await stack.codeFor('frank')))
      const { method, path } = createTicket
      const ticket = await callBff<{ url: string }>(stack.bff.url, method, path, { token: body.token })
      await page.goto(ticket.body.url)
      await page.locator('#submit-registration').waitFor()
      await rest(page)
    },
  },
  {
    name: 'web-registration-closed',
    visitor: 'guest',
    async play({ page, go }) {
      await go('pages/web-registration/index?ticket=spent')
      await page.locator('#web-registration-closed').waitFor()
      await rest(page)
    },
  },
]
