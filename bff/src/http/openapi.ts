import {
  avatarField,
  contractHeader,
  createGuestSession,
  createSession,
  deleteSession,
  type Endpoint,
  getOverview,
  getUserInfo,
  listAgreements,
  problemContentType,
  register,
  sessionModeHeader,
  updateUserInfo,
  uploadAvatar,
} from '@trailpass/shared'
import {
  agreementListSchema,
  guestSessionRequestSchema,
  loginRequestSchema,
  loginResponseSchema,
  overviewSchema,
  problemSchema,
  registrationRequestSchema,
  userInfoPatchSchema,
  userInfoSchema,
} from '@trailpass/shared/schemas'
import * as z from 'zod'
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi'

interface Operation {
  endpoint: Endpoint<unknown, unknown>
  summary: string
  session: boolean
  request?: z.ZodType
  multipart?: z.ZodType
  response?: z.ZodType
}

const avatarForm = z.object({ [avatarField]: z.string().meta({ format: 'binary' }) })

const operations: Operation[] = [
  {
    endpoint: createSession,
    summary: 'Turn a login code into a session',
    session: false,
    request: loginRequestSchema,
    response: loginResponseSchema,
  },
  {
    endpoint: createGuestSession,
    summary: 'Become a guest of one’s own, without a code',
    session: false,
    request: guestSessionRequestSchema,
    response: loginResponseSchema,
  },
  { endpoint: deleteSession, summary: 'Sign out', session: true },
  { endpoint: getUserInfo, summary: 'What is stored about the caller', session: true, response: userInfoSchema },
  {
    endpoint: updateUserInfo,
    summary: 'Change the nickname',
    session: true,
    request: userInfoPatchSchema,
    response: userInfoSchema,
  },
  {
    endpoint: uploadAvatar,
    summary: 'Change the avatar: JPEG, PNG or WebP, at most 1 MB',
    session: true,
    multipart: avatarForm,
    response: userInfoSchema,
  },
  { endpoint: listAgreements, summary: 'The texts people agree to', session: false, response: agreementListSchema },
  {
    endpoint: register,
    summary: 'Become a member; repeated calls answer the same',
    session: true,
    request: registrationRequestSchema,
    response: userInfoSchema,
  },
  {
    endpoint: getOverview,
    summary: 'What anybody may see before logging in',
    session: false,
    response: overviewSchema,
  },
]

const header = (description: string) => z.string().optional().meta({ description })

function describe(operation: Operation): ZodOpenApiOperationObject {
  const { endpoint, summary, session, request, multipart, response } = operation
  return {
    operationId: endpoint.id,
    summary,
    requestParams: {
      header: z.object({
        [contractHeader]: header('The contract version the client was written for; absent means the present one'),
        [sessionModeHeader]: header('`cookie` moves the token into an HttpOnly cookie'),
      }),
    },
    ...(session && { security: [{ bearer: [] }, { cookie: [] }] }),
    ...(request && { requestBody: { required: true, content: { 'application/json': { schema: request } } } }),
    ...(multipart && { requestBody: { required: true, content: { 'multipart/form-data': { schema: multipart } } } }),
    responses: {
      ...(response
        ? { '200': { description: 'Done', content: { 'application/json': { schema: response } } } }
        : { '204': { description: 'Done' } }),
      default: { description: 'A problem (RFC 9457)', content: { [problemContentType]: { schema: problemSchema } } },
    },
  }
}

/** OpenAPI 3.1, from the schemas that check the requests. */
export function createOpenApiDocument() {
  const paths: ZodOpenApiPathsObject = {}
  for (const operation of operations) {
    const { method, path } = operation.endpoint
    paths[path] = { ...paths[path], [method.toLowerCase()]: describe(operation) }
  }
  return createDocument({
    openapi: '3.1.0',
    info: { title: 'Trailpass', version: '1', license: { name: 'MIT', identifier: 'MIT' } },
    paths,
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        cookie: { type: 'apiKey', in: 'cookie', name: '__Host-trailpass' },
      },
    },
  })
}
