import type { ErrorCode, UserInfo } from '@trailpass/shared'
import { errorCodes } from '@trailpass/shared'
import { type ApiClient, createApiClient } from '../src/api/api-client'
import { ApiError } from '../src/api/api-error'

/** What each operation answers: a body, `null` for none, an error to throw, or a function of the request's body. */
export type Answers = Record<string, unknown>

export interface FakeApi extends ApiClient {
  /** `METHOD /path` of every request, in order. */
  log: string[]
}

/** The api client, with its answers in a table. */
export function createFakeApi(answers: Answers, speaksFor = (_userId: string) => true): FakeApi {
  const log: string[] = []
  const answer = async (operation: string, body?: unknown) => {
    log.push(operation)
    const prepared = answers[operation]
    const value = typeof prepared === 'function' ? await prepared(body) : prepared
    if (value instanceof Error) throw value
    return { status: value === null ? 204 : 200, headers: {}, body: value ?? undefined }
  }
  const client = createApiClient({
    transport: {
      request: ({ method, url, body }) => answer(`${method} ${url}`, body),
      upload: ({ url, field, filePath }) => answer(`UPLOAD ${url}`, { field, filePath }),
    },
    baseUrl: '',
    session: () => ({
      mode: 'bearer',
      token: () => 'T1',
      renew: async () => false,
      member: () => null,
      speaksFor,
      regain: async () => {},
    }),
  })
  return { ...client, log }
}

export const apiError = (code: ErrorCode) => new ApiError({ code, status: errorCodes[code].status })

export const member: UserInfo = {
  userId: 'u1',
  registered: true,
  nickname: '小林',
  displayName: '小林',
  avatarUrl: null,
  phoneMasked: null,
  riderId: 'R1',
  ranked: true,
  consents: [{ id: 'terms', version: '1', agreedAt: '2026-11-22T00:00:00.000Z', screen: 'registration' }],
  underReview: [],
  refused: [],
  joinOffered: false,
  profileRefreshDue: false,
  createdAt: '2026-11-22T00:00:00.000Z',
}
