import { expect, it } from 'vitest'
import { expectProblem } from '../support/expect-problem.ts'
import { figure } from '../support/figure.ts'
import { readEverything } from '../support/read-everything.ts'
import { storages } from '../support/storages.ts'
import { createWebRegistration, type WebVisit } from '../support/web-registration.ts'
import { withStack } from '../support/with-stack.ts'

const tickets = figure('TICKETS', 3)
const redeems = figure('REDEEMS', 50)

/** A store that cannot keep up says so, and whoever asked asks again: nobody is left without an answer. */
async function redeemAtLast(web: ReturnType<typeof createWebRegistration>, ticket: string): Promise<WebVisit> {
  for (;;) {
    const visit = await web.redeem(ticket)
    if (visit.answer.status !== 503) return visit
  }
}

it.each(storages)(
  `each of ${tickets} tickets, redeemed ${redeems} times at once, opens one registration, on $name`,
  (storage) =>
    withStack(
      async (stack) => {
        const web = createWebRegistration(stack)
        const given: string[] = []
        for (let each = 0; each < tickets; each++) {
          const { token } = await stack.signIn()
          const ticket = await web.ticketFor(token)
          given.push(ticket)
          const visits = await Promise.all(Array.from({ length: redeems }, () => redeemAtLast(web, ticket)))
          const [opened, ...more] = visits.filter(({ answer }) => answer.status === 200)
          expect(more).toEqual([])
          for (const { answer } of visits.filter((visit) => visit !== opened)) {
            expectProblem(answer, 401, 'registration.ticket_rejected')
          }
          expect((await web.register(opened?.cookie ?? '', '小林')).status).toBe(200)
          given.push(opened?.cookie.split('=')[1] ?? '')
        }
        await stack.stop()
        const [stored, logged] = [await readEverything(stack.storage), stack.log]
        for (const secret of given) {
          expect(secret).toHaveLength(43)
          expect({ inStore: stored.includes(secret), inLog: logged.includes(secret) }).toEqual({
            inStore: false,
            inLog: false,
          })
        }
        await stack.start()
      },
      { storage },
    ),
)

it.each(storages)(`none of ${tickets} tickets opens after a minute or elsewhere, on $name`, (storage) =>
  withStack(
    async (stack) => {
      const web = createWebRegistration(stack)
      for (let each = 0; each < tickets; each++) {
        const { token } = await stack.signIn()
        const late = await web.ticketFor(token)
        stack.advance(60_000)
        expectProblem((await web.redeem(late)).answer, 401, 'registration.ticket_rejected')
        const elsewhere = await web.ticketFor(token)
        for (const origin of ['https://evil.example', 'http://localhost', 'null', '']) {
          const { answer, cookie } = await web.redeem(elsewhere, { origin })
          expectProblem(answer, 401, 'registration.ticket_rejected')
          expect(cookie).toBe('')
        }
      }
    },
    { storage },
  ),
)
