import { valuesById, valuesByName } from './openapi-example-values.ts'

/** The part of JSON Schema that our schemas use. */
interface Schema {
  $ref?: string
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  example?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  items?: Schema
  properties?: Record<string, Schema>
  minimum?: number
  format?: string
}

const formats: Readonly<Record<string, string>> = { 'date-time': '2026-11-22T08:00:00.000Z', date: '2026-11-22' }
const prefix = '#/components/schemas/'

/** An example of a schema: all possible fields, with values derived from their names and limits. */
export function exampleOf(schema: Schema, components: Readonly<Record<string, Schema>>, name = ''): unknown {
  const again = (other: Schema) => exampleOf(other, components, name)
  if (schema.$ref !== undefined) {
    const id = schema.$ref.slice(prefix.length)
    return valuesById[id] ?? again(components[id] ?? {})
  }
  if (schema.example !== undefined) return schema.example
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  if (name in valuesByName) return valuesByName[name]

  const [choice] = schema.anyOf ?? schema.oneOf ?? schema.allOf ?? []
  if (choice) return again(choice)
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type
  switch (type) {
    case 'object': {
      const fields = Object.entries(schema.properties ?? {})
      return Object.fromEntries(fields.map(([field, child]) => [field, exampleOf(child, components, field)]))
    }
    case 'array':
      return [exampleOf(schema.items ?? {}, components)]
    case 'boolean':
      return false
    case 'integer':
    case 'number':
      return Math.max(1, schema.minimum ?? 1)
    case 'string':
      return formats[schema.format ?? ''] ?? 'text'
    default:
      return null
  }
}

interface Media {
  schema?: Schema
  example?: unknown
}
interface Operation {
  parameters?: (Media & { name?: string; in?: string })[]
  requestBody?: { content: Record<string, Media> }
  responses?: Record<string, { content?: Record<string, Media> }>
}
interface Document {
  paths?: Record<string, Record<string, Operation>>
  components?: { schemas?: Record<string, Schema> }
}

/** Adds examples to every request, response and parameter of the document. */
export function addExamples(document: object): void {
  const { paths = {}, components = {} } = document as Document
  const give = (media: Media, name?: string) => {
    media.example ??= exampleOf(media.schema ?? {}, components.schemas ?? {}, name)
  }
  for (const operation of Object.values(paths).flatMap(Object.values<Operation>)) {
    for (const parameter of operation.parameters ?? []) if (parameter.in !== 'header') give(parameter, parameter.name)
    const bodies = [operation.requestBody, ...Object.values(operation.responses ?? {})]
    for (const body of bodies) for (const media of Object.values(body?.content ?? {})) give(media)
  }
}
