import { contractHeader, problemContentType, sessionModeHeader } from '@trailpass/shared'
import { problemSchema } from '@trailpass/shared/schemas'
import * as z from 'zod'
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi'
import type { BoundOperation } from './bind-endpoint.ts'
import { addExamples } from './openapi-examples.ts'
import { describeProblems } from './problem-responses.ts'
import { cookieName } from './session-cookie.ts'

const header = (description: string) => z.string().optional().meta({ description })
const pathParameters = /:(\w+)/g

function describe(bound: BoundOperation) {
  const { endpoint, summary, auth, request, multipart, query, response, headers = {} } = bound
  const names = [...endpoint.path.matchAll(pathParameters)].map(([, name = '']) => name)
  const operation: ZodOpenApiOperationObject = {
    operationId: endpoint.id,
    summary,
    requestParams: {
      header: z.object({
        [contractHeader]: header('The contract version the client was written for; defaults to the current one'),
        [sessionModeHeader]: header(
          '`cookie`: the token is in an HttpOnly cookie; `registration`: use the cookie of a redeemed ticket',
        ),
        ...Object.fromEntries(Object.entries(headers).map(([name, meaning]) => [name, header(meaning)])),
      }),
      ...(names.length > 0 && { path: z.object(Object.fromEntries(names.map((name) => [name, z.string()]))) }),
      ...(query && { query }),
    },
    ...(auth !== 'none' && {
      security: [{ bearer: [] }, { cookie: [] }, ...(auth === 'registering' ? [{ registration: [] }] : [])],
    }),
    ...(request && { requestBody: { required: true, content: { 'application/json': { schema: request } } } }),
    ...(multipart && { requestBody: { required: true, content: { 'multipart/form-data': { schema: multipart } } } }),
    responses: {
      ...(response
        ? { '200': { description: 'Done', content: { 'application/json': { schema: response } } } }
        : { '204': { description: 'Done' } }),
      ...describeProblems(bound),
      default: {
        description: 'Any other error (RFC 9457)',
        content: { [problemContentType]: { schema: problemSchema } },
      },
    },
  }
  return operation
}

/** The OpenAPI 3.1 document, generated from the bindings that serve the requests. */
export function createOpenApiDocument(operations: readonly BoundOperation[]) {
  const paths: ZodOpenApiPathsObject = {}
  for (const operation of operations) {
    const { method, path } = operation.endpoint
    const template = path.replace(pathParameters, '{$1}')
    paths[template] = { ...paths[template], [method.toLowerCase()]: describe(operation) }
  }
  const document = createDocument({
    openapi: '3.1.0',
    info: { title: 'Trailpass', version: '1', license: { name: 'MIT', identifier: 'MIT' } },
    paths,
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        cookie: { type: 'apiKey', in: 'cookie', name: cookieName('full', { secure: true }) },
        registration: { type: 'apiKey', in: 'cookie', name: cookieName('register', { secure: true }) },
      },
    },
  })
  addExamples(document)
  return document
}
