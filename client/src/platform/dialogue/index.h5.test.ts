import { act } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { find, get, press, text } from '../../../test/draw'
import { ask, tell } from './index.h5'

const question = { title: '退出登录？', text: '记录都会留着', yes: '退出', no: '再想想' }

const status = document.querySelector('[role="status"]') as HTMLElement

async function open(): Promise<Promise<boolean>[]> {
  const answers: Promise<boolean>[] = []
  await act(async () => {
    answers.push(ask(question))
  })
  return answers
}

beforeEach(() => {
  document.body.replaceChildren()
})

describe('a question in a browser', () => {
  it('is a dialog in our own look, and resolves with the answer', async () => {
    const [answer] = await open()
    expect(get('question').getAttribute('aria-modal')).toBe('true')
    expect(text('question')).toContain('记录都会留着')
    await press('answer-yes')
    expect(await answer).toBe(true)
    expect(find('question')).toBeNull()
  })

  it('is declined by its button, and by what lies behind it', async () => {
    const [first] = await open()
    await press('answer-no')
    expect(await first).toBe(false)
    const [second] = await open()
    await act(async () => document.querySelector<HTMLElement>('.backdrop')?.click())
    expect(await second).toBe(false)
    expect(find('question')).toBeNull()
  })
})

it('tells a few words, the last ones only, and takes them away, in a status that was there before', () => {
  vi.useFakeTimers()
  document.body.append(status)
  expect(status.textContent).toBe('')
  tell('已保存', 'done')
  tell('请勾选相关条款')
  expect(status.textContent).toBe('请勾选相关条款')
  expect(status.className).toBe('toast')
  expect(document.querySelectorAll('[role="status"]')).toHaveLength(1)
  vi.advanceTimersByTime(2000)
  expect(status.textContent).toBe('')
  expect(status.className).toBe('')
  vi.useRealTimers()
})
