import Router from '@koa/router'
import { expect, it } from 'vitest'
import { bindRoutes } from '../../src/app.ts'
import { expectProblem } from '../support/expect-problem.ts'
import { agreedVersions } from '../support/journeys.ts'
import { createWebRegistration } from '../support/web-registration.ts'
import { withStack } from '../support/with-stack.ts'

const allowed = ['deleteSession', 'getUserInfo', 'register']

it('refuses a session that may only register on every operation but those it needs', () =>
  withStack(async (stack) => {
    const operations = bindRoutes(new Router(), stack.context)
    const web = createWebRegistration(stack)
    const { token } = await stack.signIn()
    const { cookie } = await web.redeem(await web.ticketFor(token))
    const call = ({ method, path }: (typeof operations)[number]['endpoint'], body?: unknown) =>
      stack.api(method, path.replace(/:\w+/g, 'x'), { headers: web.asPage(cookie), body })

    const needing = operations.filter(({ auth }) => auth !== 'none')
    expect(needing.length).toBeGreaterThan(10)
    for (const { endpoint } of needing.filter(({ endpoint }) => !allowed.includes(endpoint.id))) {
      const answer = await call(endpoint)
      expect({ id: endpoint.id, status: answer.status }).toEqual({ id: endpoint.id, status: 403 })
      expectProblem(answer, 403, 'session.scope_insufficient')
    }
    // The refusals above were the session's, not the person's: registered, they are the same.
    const find = (id: string) => operations.find(({ endpoint }) => endpoint.id === id)?.endpoint ?? expect.fail(id)
    expect((await call(find('register'), { agreements: agreedVersions })).status).toBe(200)
    expectProblem(await call(find('updateUserInfo'), { nickname: '小林' }), 403, 'session.scope_insufficient')
    expectProblem(await call(find('createTicket')), 403, 'session.scope_insufficient')
    expect((await call(find('getUserInfo'))).status).toBe(200)
    expect((await call(find('listAgreements'))).status).toBe(200)
    expect((await call(find('deleteSession'))).status).toBe(204)
  }))

it('lets in only those who need it, wherever the list of operations goes', () =>
  withStack(async (stack) => {
    const operations = bindRoutes(new Router(), stack.context)
    const lenient = operations.filter(({ auth }) => auth === 'registering').map(({ endpoint }) => endpoint.id)
    expect(lenient.sort()).toEqual(allowed)
  }))
