import { type Locale, locale } from '../lib/locale'
import { en, enFaults } from './en'
import type { FaultWords } from './faults'
import { platformName } from './platform-name'
import { type MessageKey, zhCN, zhCNFaults } from './zh-cn'

type ParameterOf<Words> = Words extends `${string}{${infer Name}}${infer Rest}` ? Name | ParameterOf<Rest> : never
type Parameters<Key extends MessageKey> = Record<ParameterOf<(typeof zhCN)[Key]>, string | number>

const messages: Record<Locale, Record<MessageKey, string>> = { 'zh-CN': zhCN, en }
const faults: Record<Locale, FaultWords> = { 'zh-CN': zhCNFaults, en: enFaults }

function fill(words: string, parameters: Record<string, string | number>): string {
  return words.replace(/\{(\w+)\}/g, (placeholder, name: string) => String(parameters[name] ?? placeholder))
}

/** The words for a key; a message with placeholders does not compile without their values. */
export function t<Key extends MessageKey>(
  key: Key,
  ...[parameters]: ParameterOf<(typeof zhCN)[Key]> extends never ? [] : [Parameters<Key>]
): string {
  const words = messages[locale()][key]
  return parameters ? fill(words, parameters) : words
}

/** What happened and what to do, for any code; a newer server's unknown code gets general words. */
export function wordsFor(fault: string): string {
  const words: Partial<Record<string, string>> & FaultWords = faults[locale()]
  return fill(words[fault] ?? words.other, { platform: platformName(locale()) })
}
