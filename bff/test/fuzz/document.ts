import { createApi } from '../support/api.ts'

/** As much of JSON Schema as our schemas use. */
export interface Schema {
  $ref?: string
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  pattern?: string
  format?: string
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
  minimum?: number
  maximum?: number
}

interface Parameter {
  in: string
  name: string
  required?: boolean
  schema: Schema
}

export interface Operation {
  operationId: string
  parameters?: Parameter[]
  requestBody?: { content: Record<string, { schema: Schema }> }
  responses: Record<string, { content?: Record<string, unknown>; headers?: Record<string, unknown> }>
  security?: unknown
}

export interface Document {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema> }
}

/** An operation, with where it stands in the document. */
export interface Described extends Operation {
  method: string
  path: string
  /** Every method that the document knows at this path. */
  methods: readonly string[]
}

export async function readDocument(url: string): Promise<Document> {
  return (await createApi(() => url)<Document>('GET', '/v1/openapi.json')).body
}

export const listOperations = ({ paths }: Document): Described[] =>
  Object.entries(paths).flatMap(([path, item]) => {
    const methods = Object.keys(item).map((method) => method.toUpperCase())
    return Object.entries(item).map(([method, operation]) => ({
      ...operation,
      method: method.toUpperCase(),
      path,
      methods,
    }))
  })
