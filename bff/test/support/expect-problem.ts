import { type ErrorCode, problemContentType } from '@trailpass/shared'
import { problemSchema } from '@trailpass/shared/schemas'
import { expect } from 'vitest'
import type { Answer } from './api.ts'

export function expectProblem(answer: Answer, status: number, code: ErrorCode): void {
  expect({ status: answer.status, body: answer.body }).toMatchObject({ status, body: { status, code } })
  expect(answer.headers.get('content-type')).toContain(problemContentType)
  expect(problemSchema.parse(answer.body).instance).toBe(answer.headers.get('request-id'))
}
