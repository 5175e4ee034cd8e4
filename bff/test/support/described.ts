import type { Method } from '@trailpass/shared'
import { createApi } from './api.ts'

interface Described {
  parameters?: { in: string; name: string; example?: unknown }[]
  requestBody?: { content: Record<string, { example?: unknown }> }
}

export interface DescribedOperation {
  id: string
  method: Method
  /** With an example in the place of each parameter. */
  path: string
  needsSession: boolean
  /** An example of its JSON body; `undefined` when it takes none. */
  body: unknown
}

/** Every operation that a running server describes, ready to be called. */
export async function readOperations(url: string): Promise<DescribedOperation[]> {
  const { body } = await createApi(() => url)<{ paths: Record<string, Record<string, Described & OperationNames>> }>(
    'GET',
    '/v1/openapi.json',
  )
  return Object.entries(body.paths).flatMap(([template, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      id: operation.operationId,
      method: method.toUpperCase() as Method,
      path: fill(template, operation.parameters ?? []),
      needsSession: operation.security !== undefined,
      body: operation.requestBody?.content['application/json']?.example,
    })),
  )
}

interface OperationNames {
  operationId: string
  security?: unknown
}

function fill(template: string, parameters: NonNullable<Described['parameters']>): string {
  const path = template.replaceAll(/\{\w+\}/g, '01KAN3W7RC5V0T9QH2DXJ8YM4B')
  const query = new URLSearchParams(
    parameters.flatMap((each) => (each.in === 'query' ? [[each.name, String(each.example)] as [string, string]] : [])),
  )
  return query.size > 0 ? `${path}?${query}` : path
}
