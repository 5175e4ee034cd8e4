import type { ProblemDevice } from '@trailpass/shared'
import { type Locale, locale } from '../lib/locale'
import { en, enFaults } from './en'
import type { FaultWords } from './faults'
import { platformName } from './platform-name'
import { zhCN, zhCNFaults } from './zh-cn'

type ParameterOf<Words> = Words extends `${string}{${infer Name}}${infer Rest}` ? Name | ParameterOf<Rest> : never
type Parameters<Words> = ParameterOf<Words> extends never ? [] : [Record<ParameterOf<Words>, string | number>]

const faults: Record<Locale, FaultWords> = { 'zh-CN': zhCNFaults, en: enFaults }

function fill(words: string, parameters: Record<string, string | number>): string {
  return words.replace(/\{(\w+)\}/g, (placeholder, name: string) => String(parameters[name] ?? placeholder))
}

/**
 * Translates one table of texts; a message with placeholders does not compile without their values. Texts of a
 * subpackage have their own table there and are bundled with it.
 */
export function speak<const Words extends Record<string, string>>(zhCN: Words, en: Record<keyof Words, string>) {
  const messages: Record<Locale, Record<keyof Words, string>> = { 'zh-CN': zhCN, en }
  return <Key extends keyof Words>(key: Key, ...[parameters]: Parameters<Words[Key]>): string => {
    const words = messages[locale()][key]
    return parameters ? fill(words, parameters) : words
  }
}

export const t = speak(zhCN, en)

/** The text for any error code; unknown codes of a newer server get a general text. */
export function wordsFor(fault: string, device: ProblemDevice | null = null): string {
  const words: Partial<Record<string, string>> & FaultWords = faults[locale()]
  return fill(words[fault] ?? words.other, {
    platform: platformName(locale()),
    bike: device ? t('scan.bike', { number: device.number }) : t('scan.this_bike'),
    trail: device?.trailName ?? t('scan.another_trail'),
  })
}
