import { expect } from 'vitest'
import { expectProblem } from '../support/expect-problem.ts'
import { figure } from '../support/figure.ts'
import { each, type RunningBff } from '../support/in-processes.ts'
import { itUnderSkew } from '../support/skewed-clocks.ts'
import { createWebRegistration } from '../support/web-registration.ts'

const tickets = figure('TICKETS', 3)
const redeems = figure('REDEEMS', 15)

itUnderSkew(
  `where clocks disagree, each of ${tickets} tickets, redeemed ${redeems} times at once, opens one registration`,
  async ({ bffs, jump }) => {
    for (let ticketAt = 0; ticketAt < tickets; ticketAt++) {
      const maker = bffs[ticketAt % bffs.length] as RunningBff
      const { token } = await maker.signIn()
      const ticket = await createWebRegistration(maker).ticketFor(token)
      jump()
      const visits = await each(bffs, redeems, (bff) => createWebRegistration(bff).redeem(ticket))
      jump()
      const opened = visits.filter(({ answer }) => answer.status === 200)
      expect(opened).toHaveLength(1)
      for (const visit of visits.filter((visit) => visit !== opened[0])) {
        expectProblem(visit.answer, 401, 'registration.ticket_rejected')
      }
      const again = await each(bffs, bffs.length, (bff) => createWebRegistration(bff).redeem(ticket))
      for (const { answer } of again) expectProblem(answer, 401, 'registration.ticket_rejected')
      const registered = await createWebRegistration(maker).register(opened[0]?.cookie ?? '', '小林')
      expect(registered.status).toBe(200)
    }
  },
)
