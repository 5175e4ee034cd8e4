import { Agent } from 'undici'
import { expect, it } from 'vitest'
import { openBikeYard } from '../support/bike-yard.ts'
import { figure, patience } from '../support/figure.ts'
import { plainPush } from '../support/push.ts'
import { withStack } from '../support/with-stack.ts'
import { createAnswerCheck } from './answer-check.ts'
import { listOperations, readDocument } from './document.ts'
import { createLane } from './lane.ts'
import { drawRound, isMeantWell, plansFor } from './plan.ts'

const requests = figure('REQUESTS', 2_000)
const seed = figure('SEED', Math.floor(Math.random() * 2 ** 31))
// Their commits share the disk's time.
const lanes = 12
const mostFaults = 10
const progressEvery = 10_000

it(
  `every answer to ${requests} generated requests is declared, and none is a 5xx (DRILL_SEED=${seed})`,
  {
    timeout: patience(180_000),
  },
  () =>
    withStack(
      async (stack) => {
        const document = await readDocument(stack.url)
        const operations = listOperations(document)
        const plans = operations.map((operation) => plansFor(operation, document))
        const dispatcher = new Agent({ connections: lanes })
        const deps = { stack, yard: await openBikeYard(stack), dispatcher, check: createAnswerCheck(document) }
        const counts = new Map(operations.map(({ operationId }) => [operationId, new Map<number, number>()]))
        const faults: string[] = []
        const good = { asked: 0, answered: 0 }
        let left = requests

        async function playLane(index: number): Promise<void> {
          const lane = createLane(deps, index)
          for (let round = 0; ; round++) {
            for (const [at, plan] of (await drawRound(plans, seed, index, round)).entries()) {
              if (left <= 0 || faults.length >= mostFaults) return
              left--
              if (left > 0 && left % progressEvery === 0) console.log(`${left} to go, ${faults.length} faults`)
              const { status, fault } = await lane.play(plan)
              if (fault !== undefined) faults.push(`lane ${index}, round ${round}, request ${at}: ${fault}`)
              if (isMeantWell(plan)) good.asked++
              if (isMeantWell(plan) && status < 300) good.answered++
              const count = counts.get(plan.operation.operationId)
              count?.set(status, (count.get(status) ?? 0) + 1)
            }
          }
        }

        const startedAt = performance.now()
        await Promise.all(Array.from({ length: lanes }, (_, index) => playLane(index)))
        const seconds = (performance.now() - startedAt) / 1000
        await dispatcher.close()
        console.log(`${requests} requests, seed ${seed}: ${Math.round(requests / seconds)} a second`)
        console.log(
          [...counts].map(([id, byStatus]) => `${id} ${JSON.stringify(Object.fromEntries(byStatus))}`).join('\n'),
        )
        console.log(`of ${good.asked} that were meant well ${good.answered} were answered well`)
        expect(faults.join('\n\n')).toBe('')
        // The others ask as somebody who may not.
        expect(good.answered / good.asked).toBeGreaterThan(0.6)
        for (const [id, byStatus] of counts) {
          const statuses = [...byStatus.keys()]
          const seen = {
            good: statuses.some((status) => status < 300),
            refused: statuses.some((status) => status >= 400),
          }
          expect({ id, ...seen }).toEqual({ id, good: true, refused: true })
        }
        expect(stack.log.split('\n').filter((line) => line.includes('"level":"error"'))).toEqual([])
      },
      { env: { RATE_LIMIT_FACTOR: '1000', ...plainPush } },
    ),
)
