import { randomBytes } from 'node:crypto'
import { getPlatformKey, type LoginResponse, type Platform, type UserInfo } from '@trailpass/shared'
import { Secret } from '../../src/domain/secret.ts'
import { createAccounts } from './account.ts'
import { type Answer, createApi } from './api.ts'
import { alipay, douyin, h5, weapp } from './journeys.ts'
import type { Stack } from './stack.ts'

const accessTokenMs = 7_200_000

/** What somebody asks of the BFF that makes it ask a platform. */
export interface Errand {
  /** Where the BFF asks, at the platform. */
  upstreamPath: string
  /** Makes the BFF ask even if it has asked before; of many who then ask at once, one asks for all. */
  forget?(stack: Stack): void
  /** Readies a caller while all is well; what it answers asks the BFF. */
  prepare(stack: Stack): Promise<() => Promise<Answer>>
  /** Whether the answer is the one for a platform that does not answer. */
  isUnanswered(answer: Answer): boolean
  /** Whether it is the one for a platform that does; everything else, unless it cannot be told apart. */
  isAnswered?(answer: Answer): boolean
}

/** Somebody nobody has seen before. */
async function addStranger(stack: Stack): Promise<string> {
  const user = randomBytes(12).toString('hex')
  await stack.addPerson(user, '13800000001')
  return user
}

const login = (upstreamPath: string, platform: Platform, appId: string): Errand => ({
  upstreamPath,
  async prepare(stack) {
    const code = await stack.code(await addStranger(stack), appId)
    return () => stack.login({ platform, appId, code })
  },
  isUnanswered: ({ status, body }) => status === 200 && isGuest(body as LoginResponse),
})

const isGuest = ({ degraded, principal, token }: LoginResponse): boolean =>
  degraded && principal.kind === 'guest' && token !== null

const registration = (upstreamPath: string): Errand => ({
  upstreamPath,
  async prepare(stack) {
    const user = await addStranger(stack)
    const { token } = await stack.signIn({ user })
    const phoneCode = await stack.phoneCode(user)
    return () => stack.register(token, { phoneCode })
  },
  isUnanswered: ({ status, body }) => status === 200 && (body as { phoneMasked: unknown }).phoneMasked === null,
})

const keyCheck: Errand = {
  upstreamPath: '/wxa/checksession',
  async prepare(stack) {
    const { token } = await stack.signIn({ user: await addStranger(stack) })
    return () => stack.api(getPlatformKey.method, getPlatformKey.path, { token })
  },
  isUnanswered: ({ status, headers }) => status === 503 && Number(headers.get('retry-after')) > 0,
}

/** Somebody registered changes what others see of them; what WeChat has not judged waits, and is shown to them alone. */
const edit = (upstreamPath: string, change: (stack: Stack, token: string) => Promise<Answer<UserInfo>>): Errand => ({
  upstreamPath,
  async prepare(stack) {
    const { token } = await stack.signIn({ user: await addStranger(stack) })
    await stack.register(token)
    return () => change(stack, token)
  },
  isUnanswered: ({ status, body }) => status === 200 && (body as UserInfo).underReview.length === 1,
})

/** An operator's command; its outcome stands for an answer. */
async function asCommand(stack: Stack, command: () => Promise<unknown>): Promise<() => Promise<Answer>> {
  const answer = await createApi(() => stack.url)('GET', '/healthz')
  return async () => ({ ...answer, body: await command() })
}

const keyReset: Errand = {
  upstreamPath: '/wxa/resetusersessionkey',
  async prepare(stack) {
    const { principal } = await stack.signIn({ user: await addStranger(stack) })
    return asCommand(stack, () => stack.context.platformKeys.reset(principal.userId, 'operator:test'))
  },
  isUnanswered: ({ body }) => (body as { outcome: string }[]).every(({ outcome }) => outcome === 'refused'),
}

const secretCheck: Errand = {
  upstreamPath: '/api/apps/v2/token',
  prepare(stack) {
    const key = { platform: 'tt', appId: douyin.appId } as const
    const secret = new Secret(douyin.secret)
    return asCommand(stack, () =>
      stack.context.secretIntake.handOver({ key, secret, actor: 'test', action: 'secret.submit' }),
    )
  },
  isUnanswered: ({ body }) => (body as { kind: string }).kind === 'unanswered',
}

/** Every operation of a platform that the BFF calls, and how it comes to call it. */
export const errands: readonly Errand[] = [
  login('/sns/jscode2session', 'weapp', weapp.appId),
  login('/sns/oauth2/access_token', 'h5', h5.appId),
  login('/gateway.do', 'alipay', alipay.appId),
  login('/api/apps/v2/jscode2session', 'tt', douyin.appId),
  { ...registration('/cgi-bin/stable_token'), forget: (stack) => stack.advance(accessTokenMs) },
  registration('/wxa/business/getuserphonenumber'),
  edit('/wxa/msg_sec_check', (stack, token) => createAccounts(stack).rename(token, '林小')),
  {
    ...edit('/wxa/media_check_async', (stack, token) => createAccounts(stack).saveAvatar(token)),
    // WeChat pushes its verdict later, so a picture waits in any case.
    isAnswered: ({ status }) => status === 200,
  },
  keyCheck,
  keyReset,
  secretCheck,
]
