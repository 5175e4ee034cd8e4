import Router from '@koa/router'
import { Validator } from '@seriousme/openapi-schema-validator'
import * as contract from '@trailpass/shared'
import { problemSchema } from '@trailpass/shared/schemas'
import { describe, expect, it } from 'vitest'
import { bindRoutes } from '../app.ts'
import type { AppServices } from '../context.ts'
import { createOpenApiDocument } from './openapi.ts'

type Json = Record<string, unknown>
// Binding calls no service, so there need be none.
const config = { rateLimits: { factor: 1, table: {} }, production: true, wechat: { verifyFiles: new Map() } }
const services = { config } as unknown as AppServices
const bound = bindRoutes(new Router(), services)
const document = JSON.parse(JSON.stringify(createOpenApiDocument(bound))) as Json
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null

/** Every object in the document, with its JSON pointer. */
function* walk(value: unknown, pointer = ''): Generator<[string, Json]> {
  if (!isObject(value)) return
  yield [pointer, value]
  for (const [key, child] of Object.entries(value)) {
    yield* walk(child, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`)
  }
}
const at = (pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), document)

const operations = Object.entries(document.paths as Record<string, Json>).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ path, method, operation: operation as Json })),
)

it('is valid OpenAPI 3.1', async () => {
  expect(document.openapi).toBe('3.1.0')
  expect(await new Validator().validate(document)).toEqual({ valid: true })
  expect(operations.map(({ path }) => path).filter((path) => !path.startsWith('/v1/'))).toEqual([])
  const ids = operations.map(({ operation }) => operation.operationId)
  expect(new Set(ids).size).toBe(ids.length)
})

describe('examples', () => {
  const exampleIn = (body: unknown, type = 'application/json') =>
    ((body as { content?: Json } | undefined)?.content?.[type] as Json | undefined)?.example

  it.each(bound.map((operation) => [operation.endpoint.id, operation] as const))('of %s fit', (id, operation) => {
    const described = operations.find((each) => each.operation.operationId === id)?.operation as Record<string, Json>
    // An example that does not fit needs a value of its own in openapi-example-values.ts.
    if (operation.request) expect(operation.request.safeParse(exampleIn(described.requestBody)).error).toBeUndefined()
    if (operation.response) {
      expect(operation.response.safeParse(exampleIn(described.responses?.['200'])).error).toBeUndefined()
    }
    const problem = exampleIn(described.responses?.default, contract.problemContentType)
    expect(problemSchema.safeParse(problem).error).toBeUndefined()
    const parameters = (described.parameters ?? []) as unknown as { in: string; name: string; example: unknown }[]
    const query = parameters.filter((each) => each.in === 'query').map(({ name, example }) => [name, example])
    if (operation.query) expect(operation.query.safeParse(Object.fromEntries(query)).error).toBeUndefined()
  })
})

it('resolves every reference, and every security requirement', () => {
  for (const [pointer, { $ref }] of walk(document)) {
    if (typeof $ref === 'string') expect({ pointer, target: at($ref.slice(1)) }).not.toHaveProperty('target', undefined)
  }
  const schemes = Object.keys((document.components as { securitySchemes: Json }).securitySchemes)
  const required = operations.flatMap(({ operation }) => (operation.security as Json[] | undefined) ?? [])
  expect(new Set(required.flatMap(Object.keys))).toEqual(new Set(schemes))
})

it('describes every operation of the contract, and nothing else', () => {
  const isEndpoint = (value: unknown): value is contract.Endpoint<unknown, unknown> =>
    isObject(value) && 'method' in value && 'path' in value
  const endpoints = (Object.values(contract) as unknown[]).filter(isEndpoint)
  const expected = endpoints.map(({ method, path }) => `${method.toLowerCase()} ${path.replace(/:(\w+)/g, '{$1}')}`)
  expect(operations.map(({ path, method }) => `${method} ${path}`).sort()).toEqual(expected.sort())
})

/** Names of everything a caller can send: parameters, and fields at any depth of a request body. */
function namesIn(value: unknown): string[] {
  return [...walk(value)].flatMap(([, { $ref, properties, name }]) => [
    ...(typeof $ref === 'string' ? namesIn(at($ref.slice(1))) : []),
    ...(isObject(properties) ? Object.keys(properties) : []),
    ...(typeof name === 'string' ? [name] : []),
  ])
}

it('takes no identity from the caller: no openid, unionid or user id', () => {
  const names = operations.flatMap(({ operation }) => [
    ...namesIn(operation.parameters),
    ...namesIn(operation.requestBody),
  ])
  expect(names).toEqual(expect.arrayContaining(['deviceId', 'guestToken', 'Trailpass-Contract', 'nickname', 'kind']))
  for (const name of names) expect(name.replaceAll(/[_-]/g, '')).not.toMatch(/openid|unionid|userid|personid|subject/i)
})

it('says of every operation what it refuses, by status, with the codes, and when to come back', () => {
  const refusals = (id: string) => {
    const described = operations.find(({ operation }) => operation.operationId === id)?.operation
    const responses = (described?.responses ?? {}) as Record<string, Json>
    return Object.entries(responses).flatMap(([status, { content, headers }]) => {
      const { schema } = (content as Record<string, Json> | undefined)?.[contract.problemContentType] ?? {}
      const codes = (schema as { properties?: { code: { enum: string[] } } } | undefined)?.properties?.code.enum ?? []
      return codes.map((code) => [Number(status), code, isObject(headers) && 'Retry-After' in headers])
    })
  }
  for (const { operation } of operations) {
    for (const [status, code, comesBack] of refusals(String(operation.operationId))) {
      expect(contract.errorCodes[code as contract.ErrorCode].status).toBe(status)
      expect(comesBack).toBe(status === 429 || status === 503)
    }
  }
  expect(refusals('deleteSession').map(([, code]) => code)).toEqual([
    'request.invalid',
    'session.missing',
    'session.expired',
    'request.origin_refused',
    'client.upgrade_required',
    'rate_limit.exceeded',
    'storage.unavailable',
  ])
  expect(refusals('register')).toContainEqual([422, 'registration.agreement_required', false])
  expect(refusals('uploadAvatar')).toContainEqual([415, 'request.unsupported_media_type', false])
})
