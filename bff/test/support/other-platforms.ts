import type { Platform } from '@trailpass/shared'
import { alipay, douyin } from './journeys.ts'
import type { Stack } from './stack.ts'
import { type Transcript, transcript } from './transcript.ts'
import type { FaultStep } from './wechat.ts'

/** A platform beside WeChat: how it is asked, and how it says what WeChat says by its errcodes. */
export interface OtherPlatform {
  platform: Platform
  appId: string
  path: string
  /** Null where there is no session_key. */
  firstEpoch: number | null
  operatorsFaults: readonly FaultStep[]
}

const otherPlatforms: readonly OtherPlatform[] = [
  {
    platform: 'alipay',
    appId: alipay.appId,
    path: '/gateway.do',
    firstEpoch: null,
    operatorsFaults: [
      'isv.invalid-app-id',
      'isv.invalid-signature',
      'isv.invalid-timestamp',
      'isv.insufficient-isv-permissions',
      'isv.unheard-of',
    ].map((subCode) => ({ mode: 'errcode', subCode })),
  },
  {
    platform: 'tt',
    appId: douyin.appId,
    path: '/api/apps/v2/jscode2session',
    firstEpoch: 1,
    operatorsFaults: [40014, 40015, 40017, 28001016, 28003018, 99999].map((errcode) => ({ mode: 'errcode', errcode })),
  },
]

type Play = (stack: Stack, platform: OtherPlatform) => Promise<void>

/** One rule of the session rules, played on each platform beside WeChat. */
export const onOtherPlatforms = (name: string, play: Play): Transcript[] =>
  otherPlatforms.map((other) =>
    transcript(`${other.platform}: ${name}`, (stack) => play(stack, other), { alipay: other.platform === 'alipay' }),
  )

/** What a login there needs. */
export const loginAt = ({ platform, appId }: OtherPlatform) => ({ platform, appId })
