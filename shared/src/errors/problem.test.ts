import { expect, it } from 'vitest'
import { problemSchema } from '../schemas.ts'
import { errorCodes } from './error-codes.ts'
import { createProblem } from './problem.ts'

it('makes a problem of every error code that fits its schema', () => {
  for (const code of Object.keys(errorCodes) as (keyof typeof errorCodes)[]) {
    const problem = createProblem(code, 'req-1', { detail: 'why', errors: [{ pointer: '/a', detail: 'b' }] })
    expect(problemSchema.parse(problem)).toMatchObject({ code, status: errorCodes[code].status, instance: 'req-1' })
  }
})

it('leaves out what was not given', () => {
  expect(Object.keys(createProblem('internal', 'req-1', { errors: [] }))).toEqual([
    'type',
    'title',
    'status',
    'code',
    'instance',
  ])
})
