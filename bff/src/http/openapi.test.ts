import Router from '@koa/router'
import * as contract from '@trailpass/shared'
import { expect, it } from 'vitest'
import { bindRoutes } from '../app.ts'
import type { AppServices } from '../context.ts'
import { createOpenApiDocument } from './openapi.ts'

type Json = Record<string, unknown>
// Binding calls no service, so there need be none.
const services = { config: { rateLimitFactor: 1, production: true } } as AppServices
const document = JSON.parse(JSON.stringify(createOpenApiDocument(bindRoutes(new Router(), services)))) as Json
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

const methods = ['get', 'post', 'patch', 'delete']
const operations = Object.entries(document.paths as Record<string, Json>).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ path, method, operation: operation as Json })),
)

it('has the structure of OpenAPI 3.1', () => {
  expect(document.openapi).toBe('3.1.0')
  expect(document.info).toMatchObject({ title: expect.any(String), version: expect.any(String) })
  for (const { path, method, operation } of operations) {
    expect(path).toMatch(/^\/v1\//)
    expect(methods).toContain(method)
    expect(operation).toMatchObject({ operationId: expect.any(String), responses: { default: expect.anything() } })
    for (const response of Object.values(operation.responses as Json)) {
      expect(response).toMatchObject({ description: expect.any(String) })
    }
  }
  const ids = operations.map(({ operation }) => operation.operationId)
  expect(new Set(ids).size).toBe(ids.length)
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
