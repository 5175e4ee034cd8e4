import { createProblem, type ErrorCode, errorCodes, problemContentType } from '@trailpass/shared'
import type { ZodOpenApiResponseObject, ZodOpenApiResponsesObject } from 'zod-openapi'
import type { BoundOperation } from './bind-endpoint.ts'
import { passes } from './passes.ts'

const withBody = new Set(['POST', 'PATCH'])
const instance = '7f6c2a1e-9d4b-4c53-8a70-2f1e5b6d9c08'

/** The errors that the pipeline can raise before the operation runs, and those that the operation declares. */
function problemsOf({ endpoint, auth, problems = [] }: BoundOperation): ReadonlySet<ErrorCode> {
  const { method } = endpoint
  return new Set<ErrorCode>([
    'request.invalid',
    'client.upgrade_required',
    'rate_limit.exceeded',
    'storage.unavailable',
    ...(method === 'GET' ? [] : (['request.origin_refused'] as const)),
    ...(withBody.has(method) ? (['request.too_large', 'request.unsupported_media_type'] as const) : []),
    ...(auth === 'none' ? [] : (['session.missing', 'session.expired'] as const)),
    ...(auth === 'session' ? (['session.scope_insufficient'] as const) : []),
    ...problems,
  ])
}

/** The error codes of an operation, by status. */
export function describeProblems(operation: BoundOperation): ZodOpenApiResponsesObject {
  const refused = [...problemsOf(operation)]
  const statuses = new Set(refused.map((code) => errorCodes[code].status))
  return Object.fromEntries(
    [...statuses].map((status) => {
      const codes = refused.filter((code) => errorCodes[code].status === status)
      const response: ZodOpenApiResponseObject = {
        description: codes.map((code) => errorCodes[code].title).join('; '),
        ...(passes(status) && {
          headers: { 'Retry-After': { description: 'Seconds', required: true, schema: { type: 'integer' } } },
        }),
        content: {
          [problemContentType]: {
            schema: { allOf: [{ $ref: '#/components/schemas/Problem' }], properties: { code: { enum: codes } } },
            example: createProblem(codes[0] ?? 'internal', instance),
          },
        },
      }
      return [status, response]
    }),
  )
}
