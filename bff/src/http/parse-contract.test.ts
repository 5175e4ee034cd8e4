import { loginRequestSchema, overviewSchema } from '@trailpass/shared/schemas'
import { describe, expect, it } from 'vitest'
import { AppError } from '../domain/app-error.ts'
import { parseAnswer, parseBody } from './parse-contract.ts'

const body = {
  platform: 'weapp',
  appId: 'wx1',
  code: 'c',
  nonce: 'n'.repeat(22),
  deviceId: 'd'.repeat(22),
  entry: { kind: 'direct' },
}
const errorsOf = (input: unknown, contract = 1) => {
  try {
    parseBody(loginRequestSchema, input, contract)
  } catch (error) {
    if (error instanceof AppError) return error.options.errors
    throw error
  }
}

describe('unknown fields', () => {
  const extended = { ...body, colour: 'red', entry: { kind: 'direct', 'a/b': 1 } }
  it('are errors when the client speaks our contract', () =>
    expect(
      errorsOf(extended)
        ?.map(({ pointer }) => pointer)
        .sort(),
    ).toEqual(['/colour', '/entry/a~1b']))
  it('are dropped, also deep inside, when the client is newer', () =>
    expect(parseBody(loginRequestSchema, extended, 2)).toEqual(body))
  it('do not hide other faults of a newer client', () =>
    expect(errorsOf({ ...extended, nonce: 'short' }, 2)?.map(({ pointer }) => pointer)).toEqual(['/nonce']))
})

it('points to each fault and repeats no value', () => {
  const errors = errorsOf({ ...body, platform: 'canary-1', deviceId: 'canary-2' })
  expect(errors?.map(({ pointer }) => pointer)).toEqual(['/platform', '/deviceId'])
  expect(JSON.stringify(errors)).not.toContain('canary')
})

it.each([undefined, null, [], 'text', 7])('refuses %s in place of an object', (input) =>
  expect(errorsOf(input)).toHaveLength(1),
)

it('takes __proto__ for an unknown field', () => {
  const hostile = JSON.parse(`{"__proto__": {"platform": "weapp"}, ${JSON.stringify(body).slice(1)}`)
  expect(errorsOf(hostile)?.map(({ pointer }) => pointer)).toEqual(['/__proto__'])
})

describe('answers', () => {
  const overview = {
    trails: [{ id: 't', name: 'A 湖', lengthMeters: 1 }],
    activeToday: 0,
    freeBikes: null,
    topThree: [],
    registrationMode: 'native',
  }
  it('lose what the contract does not declare, also deep inside', () => {
    const leaking = { ...overview, secret: 1, trails: [{ ...overview.trails[0], area: 'secret' }] }
    expect(parseAnswer(overviewSchema, leaking)).toEqual(overview)
  })
  it('are not sent when a declared field is wrong', () => {
    expect(() => parseAnswer(overviewSchema, { ...overview, activeToday: 'many', more: 1 })).toThrow()
  })
})
