import type { Locale } from '../lib/locale'

const names: Record<string, Record<Locale, string>> = {
  alipay: { 'zh-CN': '支付宝', en: 'Alipay' },
  tt: { 'zh-CN': '抖音', en: 'Douyin' },
}
const wechat: Record<Locale, string> = { 'zh-CN': '微信', en: 'WeChat' }

/** The app whose account a person signs in with; a browser signs in with WeChat's. */
export function platformName(locale: Locale): string {
  return (names[process.env.TARO_ENV ?? ''] ?? wechat)[locale]
}
