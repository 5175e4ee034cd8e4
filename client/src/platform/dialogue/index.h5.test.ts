import { act } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { find, get, press, text } from '../../../test/draw'
import { ask, tell } from './index.h5'
import type { Question } from './types'

const question = { title: '退出登录？', text: '记录都会留着', yes: '退出', no: '再想想' }

const status = document.querySelector('[role="status"]') as HTMLElement

async function open(asked: Question = question): Promise<Promise<boolean>[]> {
  const answers: Promise<boolean>[] = []
  await act(async () => {
    answers.push(ask(asked))
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

  it('has one button where there is nothing to decide', async () => {
    const [read] = await open({ title: '注册完成', text: '头像没有存上', yes: '知道了' })
    expect(find('answer-no')).toBeNull()
    await press('answer-yes')
    expect(await read).toBe(true)
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
  vi.advanceTimersByTime(2199)
  expect(status.textContent).toBe('请勾选相关条款')
  vi.advanceTimersByTime(1)
  expect(status.textContent).toBe('')
  expect(status.className).toBe('')
  vi.useRealTimers()
})
