import { expect, it } from 'vitest'
import { createLogger } from './logger.ts'

function logged(fields: object): string {
  const lines: string[] = []
  createLogger('info', { write: (line) => void lines.push(line) }).info(fields, 'message')
  return lines.join('')
}

it('writes the fields that are on the list', () => {
  expect(JSON.parse(logged({ requestId: 'r1', status: 200 }))).toMatchObject({
    requestId: 'r1',
    status: 200,
    level: 'info',
  })
})

it('drops every other field', () => {
  expect(
    logged({ token: 'canary', openid: 'canary', body: { code: 'canary' }, headers: { authorization: 'canary' } }),
  ).not.toContain('canary')
})

it('keeps the kind and place of an error and its causes, and none of their words', () => {
  const error = new TypeError('canary: https://host/?secret=canary', {
    cause: Object.assign(new Error('canary'), { code: 'ECONNRESET' }),
  })
  const text = logged({ err: Object.assign(error, { code: 'canary' }) })
  expect(text).not.toContain('canary')
  expect(JSON.parse(text).err).toMatchObject({ name: 'TypeError', cause: { code: 'ECONNRESET' } })
})
