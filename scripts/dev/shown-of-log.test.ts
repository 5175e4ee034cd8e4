import { expect, it } from 'vitest'
import { shownOfLog } from './shown-of-log.ts'

it('keeps the everyday lines of the log from the console', () => {
  expect(shownOfLog('{"level":"info","time":1,"msg":"request","status":200}')).toBeUndefined()
})

it('shows warnings with their fields', () => {
  const line = '{"level":"warn","time":1,"msg":"WeChat refused","errcode":40125}'
  expect(shownOfLog(line)).toBe('warn WeChat refused {"errcode":40125}')
})

it('shows what is no log line', () => {
  expect(shownOfLog('SyntaxError: Unexpected token')).toBe('SyntaxError: Unexpected token')
  expect(shownOfLog('')).toBeUndefined()
})
