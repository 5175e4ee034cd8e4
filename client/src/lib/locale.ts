import { appInfo } from '../platform/app-info'

export type Locale = 'zh-CN' | 'en'

let known: Locale | undefined

/** The language to speak: the platform's when it is one of ours. */
export function locale(): Locale {
  known ??= toLocale(appInfo().language)
  return known
}

export const toLocale = (language: string): Locale => (/^en\b|^en_/i.test(language) ? 'en' : 'zh-CN')
