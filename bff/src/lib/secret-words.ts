import type { Platform } from '@trailpass/shared'
import type { SecretFault } from '../domain/secret-verdict.ts'

/** First the problem, then the steps to fix it. */
export interface BothWords {
  zh: readonly string[]
  en: readonly string[]
}

interface Console {
  zh: string
  en: string
  /** The platform's name for the credential of an app. */
  secret: { zh: string; en: string }
}

const appSecret = { zh: 'AppSecret', en: 'AppSecret' }

/** Where the owner of an app finds the credential. */
const consoles: Readonly<Record<Platform, Console>> = {
  weapp: {
    zh: '微信公众平台 mp.weixin.qq.com › 开发管理 › 开发设置',
    en: 'mp.weixin.qq.com › Development › Development settings (开发管理 › 开发设置)',
    secret: appSecret,
  },
  h5: {
    zh: '微信公众平台 mp.weixin.qq.com › 设置与开发 › 基本配置',
    en: 'mp.weixin.qq.com › Settings and development › Basic configuration (设置与开发 › 基本配置)',
    secret: appSecret,
  },
  alipay: {
    zh: '支付宝开放平台 open.alipay.com › 控制台 › 开发设置',
    en: 'open.alipay.com › Console › Development settings (控制台 › 开发设置)',
    secret: { zh: '应用私钥', en: 'private key' },
  },
  tt: {
    zh: '抖音开放平台 developer.open-douyin.com › 控制台 › 开发设置',
    en: 'developer.open-douyin.com › Console › Development settings (控制台 › 开发设置)',
    secret: appSecret,
  },
}

export const secretName = (platform: Platform): Console['secret'] => consoles[platform].secret

/** Explains why the platform rejected a secret, and how to fix that. Never contains the secret. */
export function explainRefusal(
  platform: Platform,
  { fault, code, address }: { fault: SecretFault; code: string; address: string | null },
): BothWords {
  const { zh, en, secret } = consoles[platform]
  switch (fault) {
    case 'app-unknown':
      return {
        zh: [
          `平台不认识这个 AppID(${code})。`,
          `打开 ${zh}，核对 AppID。`,
          '如果不一致，请让开发者用正确的 AppID 重新登记。',
        ],
        en: [
          `The platform does not know this AppID (${code}).`,
          `Compare it with the AppID at ${en}.`,
          'If they differ, add the app again with the correct one: trailpass app add.',
        ],
      }
    case 'secret-wrong':
      return {
        zh: [
          `${secret.zh}不正确（${code}）。`,
          '请完整粘贴，前后不要有空格。',
          `如果忘记了，打开 ${zh} 重置；重置后只显示一次。`,
        ],
        en: [
          `The ${secret.en} is wrong (${code}).`,
          'Paste all of it, without surrounding spaces.',
          `If it is lost, reset it at ${en}; the new one is shown once.`,
        ],
      }
    case 'secret-frozen':
      return {
        zh: [
          `AppSecret 已被冻结（${code}）。`,
          `打开 ${zh}，把 AppSecret 解冻。`,
          '解冻约 10 分钟后生效，再提交一次。',
        ],
        en: [
          `The AppSecret is frozen (${code}).`,
          `Unfreeze it at ${en}.`,
          'This takes effect after about ten minutes; then submit it again.',
        ],
      }
    case 'address-not-listed':
      return {
        zh: [
          `服务器的 IP 地址${address ? ` ${address} ` : ''}不在白名单里（${code}）。`,
          `打开 ${zh} › IP 白名单，加入${address ? ` ${address}` : '服务器的 IP 地址'}。`,
          '保存后再提交一次。',
        ],
        en: [
          `The server’s IP address${address ? ` ${address}` : ''} is not on the allow list (${code}).`,
          `Add ${address ?? 'it'} at ${en} › IP allow list (IP 白名单).`,
          'Save, then submit the secret again.',
        ],
      }
    case 'other':
      return {
        zh: [`平台没有接受（${code}）。`, '请把这个代码告诉开发者。'],
        en: [`The platform rejected it (${code}).`, 'docs/errors.md and the platform’s own pages explain the code.'],
      }
  }
}
