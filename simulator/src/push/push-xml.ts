export type PushField = string | number | PushField[] | { [name: string]: PushField }
export type PushMessage = Record<string, PushField>

/** As WeChat writes it: text in CDATA, numbers bare, the entries of a list as `item`. */
export const writeXml = (message: PushMessage): string => `<xml>${elements(message)}</xml>`

const elements = (fields: PushMessage): string =>
  Object.entries(fields)
    .map(([name, value]) => `<${name}>${write(value)}</${name}>`)
    .join('')

function write(value: PushField): string {
  if (typeof value === 'string') return `<![CDATA[${value.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.map((entry) => `<item>${write(entry)}</item>`).join('')
  return elements(value)
}
