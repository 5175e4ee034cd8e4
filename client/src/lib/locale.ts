import { appInfo } from '../platform/app-info'

export type Locale = 'zh-CN' | 'en'

let known: Locale | undefined

/** The language: the platform's, if supported. */
export function locale(): Locale {
  known ??= toLocale(appInfo().language)
  return known
}

export const toLocale = (language: string): Locale => (/^en\b|^en_/i.test(language) ? 'en' : 'zh-CN')
