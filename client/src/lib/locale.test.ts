import { expect, it } from 'vitest'
import { toLocale } from './locale'

it.each([
  ['zh_CN', 'zh-CN'],
  ['zh-Hans', 'zh-CN'],
  ['en', 'en'],
  ['en_US', 'en'],
  ['en-GB', 'en'],
  ['English', 'zh-CN'],
  ['ja', 'zh-CN'],
  ['', 'zh-CN'],
])('speaks for %s the language %s', (language, locale) => expect(toLocale(language)).toBe(locale))
