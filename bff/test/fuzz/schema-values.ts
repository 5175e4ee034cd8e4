import * as fc from 'fast-check'
import type { Schema } from './document.ts'

const prefix = '#/components/schemas/'
/** What a limit of thousands allows is left to the mutations: most values are short. */
const longest = 64

/** Values that a schema of the document allows. */
export function valuesOf(schema: Schema, components: Readonly<Record<string, Schema>>): fc.Arbitrary<unknown> {
  const again = (other: Schema) => valuesOf(other, components)
  if (schema.$ref !== undefined) return again(components[schema.$ref.slice(prefix.length)] ?? {})
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(again))
  if (Array.isArray(schema.type)) return fc.oneof(...schema.type.map((type) => again({ ...schema, type })))
  const { minimum: min = -180, maximum: max = 1e6 } = schema
  switch (schema.type) {
    case 'object':
      return objectsOf(schema, again)
    case 'array': {
      const { items = {}, minItems: minLength = 0, maxItems: maxLength = 16 } = schema
      return fc.array(again(items), { minLength, maxLength: Math.min(maxLength, 16) })
    }
    case 'string':
      return textsOf(schema)
    case 'integer':
      return fc.maxSafeInteger().map((integer) => Math.min(max, Math.max(min, integer % (max - min + 1))))
    case 'number':
      return fc.double({ min, max, noNaN: true })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    default:
      throw new Error(`a schema says nothing of what it takes: ${JSON.stringify(schema)}`)
  }
}

function objectsOf({ properties = {}, required = [] }: Schema, again: (schema: Schema) => fc.Arbitrary<unknown>) {
  const fields = Object.entries(properties).map(([name, schema]) => [name, again(schema)])
  return fc.record(Object.fromEntries(fields) as Record<string, fc.Arbitrary<unknown>>, { requiredKeys: required })
}

function textsOf({ pattern, format, minLength = 0, maxLength = longest }: Schema): fc.Arbitrary<string> {
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern, 'u'))
  if (format === 'uri') return fc.webUrl()
  return fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, longest) })
}
