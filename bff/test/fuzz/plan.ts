import { setImmediate } from 'node:timers/promises'
import * as fc from 'fast-check'
import { bodyMutations, type Mutation } from './body-mutations.ts'
import { type Kind, kinds } from './cast.ts'
import type { Described, Document } from './document.ts'
import { requestMutations } from './request-mutations.ts'
import { valuesOf } from './schema-values.ts'

/** A request as the seed draws it, before there is anybody to make it. */
export interface Plan {
  operation: Described
  kind: Kind
  query: Record<string, unknown>
  body: unknown
  mutations: Mutation[]
  /** Whether ids and codes are made to be good. */
  isCooked: boolean
  dice: number[]
}

export const isMeantWell = ({ isCooked, mutations }: Plan): boolean => isCooked && mutations.length === 0

const preferred: Readonly<Record<string, readonly Kind[]>> = {
  register: ['newcomer', 'newcomer', 'registering', 'member'],
  createTicket: ['newcomer', 'member'],
  deleteSession: ['member', 'cookie', 'guest', 'registering'],
  listRides: ['member', 'cookie', 'guest'],
}
const open: readonly Kind[] = ['none', 'none', 'none', 'member', 'guest']
const closed: readonly Kind[] = ['member', 'member', 'member', 'cookie']

function kindsFor({ operationId, security }: Described): fc.Arbitrary<Kind> {
  const usual = preferred[operationId] ?? (security === undefined ? open : closed)
  return fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...usual) },
    { weight: 1, arbitrary: fc.constantFrom(...kinds) },
  )
}

/** Plans for an operation: half of them good as far as the document says. */
export function plansFor(operation: Described, { components }: Document): fc.Arbitrary<Plan> {
  const { schemas } = components
  const queries = (operation.parameters ?? []).filter((parameter) => parameter.in === 'query')
  const fields = queries.map(({ name, schema }) => [name, valuesOf(schema, schemas)])
  const required = queries.flatMap(({ name, required }) => (required ? [name] : []))
  const bodySchema = operation.requestBody?.content['application/json']?.schema
  const mutation = bodySchema
    ? fc.oneof({ weight: 2, arbitrary: bodyMutations }, { weight: 1, arbitrary: requestMutations(operation) })
    : requestMutations(operation)
  const chance = (percent: number) => fc.nat(99).map((drawn) => drawn < percent)
  return fc.record({
    operation: fc.constant(operation),
    kind: kindsFor(operation),
    query: fc.record(Object.fromEntries(fields) as Record<string, fc.Arbitrary<unknown>>, { requiredKeys: required }),
    body: bodySchema ? valuesOf(bodySchema, schemas) : fc.constant(undefined),
    mutations: fc.oneof(
      { weight: 5, arbitrary: fc.constant<Mutation[]>([]) },
      { weight: 4, arbitrary: fc.array(mutation, { minLength: 1, maxLength: 1 }) },
      { weight: 1, arbitrary: fc.array(mutation, { minLength: 2, maxLength: 3 }) },
    ),
    isCooked: chance(85),
    dice: fc.array(fc.nat(), { minLength: 6, maxLength: 6 }),
  })
}

const perOperation = 10

/** A round of plans for every operation, mixed: the same for the same seed, lane and round. */
export async function drawRound(
  plans: readonly fc.Arbitrary<Plan>[],
  seed: number,
  lane: number,
  round: number,
): Promise<Plan[]> {
  const mixed = (seed + lane * 1_000_003 + round * 7919) | 0
  const drawn: Plan[] = []
  for (const [at, each] of plans.entries()) {
    drawn.push(...fc.sample(each, { seed: mixed + at, numRuns: perOperation }))
    // Drawing takes a while, and servers in this process would stand still.
    await setImmediate()
  }
  const [order = []] = fc.sample(fc.shuffledSubarray(drawn, { minLength: drawn.length }), { seed: mixed, numRuns: 1 })
  return order
}
