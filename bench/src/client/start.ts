import type { WxStorage } from '@trailpass/simulator/hosts/node'
import { createPhone } from '../../../e2e/support/phone.ts'
import { createPerson } from '../../../e2e/support/rider.ts'
import { type Stack, startStack } from '../../../e2e/support/stack.ts'
import { ensureBuilt } from '../../../scripts/build/ensure-built.ts'
import { type Measurement, type Row, toFigure } from '../findings.ts'
import { seesHome } from './sees-home.ts'

const runs = 9

interface Start {
  logins: number
  requests: number
  firstPaintMs: number
  contentMs: number
  storage: WxStorage
}

/** What a cold start asks for, and how long it takes until there is something to see. */
export const start: Measurement = {
  name: 'client.start',
  async measure() {
    for (const target of ['bff', 'weapp'] as const) await ensureBuilt(target)
    const stack = await startStack({ LOG_LEVEL: 'warn' })
    try {
      const fresh: Start[] = []
      const again: Start[] = []
      for (let run = 0; run < runs; run++) {
        const person = await createPerson(stack)
        const first = await startCold(stack, person, new Map())
        fresh.push(first)
        again.push(await startCold(stack, person, first.storage))
      }
      const logins = Math.max(...again.map((each) => each.logins))
      return {
        rows: [...rowsOf('fresh', fresh), ...rowsOf('live_session', again)],
        goals: [{ wanted: 'cold start with a live session: 0 wx.login', measured: logins, reached: logins === 0 }],
      }
    } finally {
      await stack.stop()
    }
  },
}

async function startCold(stack: Stack, person: string, storage: WxStorage): Promise<Start> {
  const startedAt = performance.now()
  const phone = createPhone(stack, person, { storage })
  phone.start()
  await phone.waitFor(() => phone.setDatas.length > 0)
  const firstPaintMs = performance.now() - startedAt
  await phone.waitFor(() => seesHome(phone))
  const contentMs = performance.now() - startedAt
  await phone.settle()
  const { login = 0, request = 0 } = phone.calls
  phone.stop()
  return { logins: login, requests: request, firstPaintMs, contentMs, storage: phone.storage }
}

function rowsOf(name: string, starts: Start[]): Row[] {
  const row = (what: string, unit: string, value: (start: Start) => number): Row => ({
    name: `client.start.${name}.${what}`,
    unit,
    ...toFigure(starts.map(value)),
  })
  return [
    row('logins', 'wx.login', ({ logins }) => logins),
    row('requests', 'requests', ({ requests }) => requests),
    row('first_paint', 'ms', ({ firstPaintMs }) => firstPaintMs),
    row('content', 'ms', ({ contentMs }) => contentMs),
  ]
}
