import { act, type ReactNode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach } from 'vitest'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

let root: Root | undefined

export function draw(page: ReactNode): void {
  const container = document.body.appendChild(document.createElement('div'))
  root = createRoot(container)
  act(() => root?.render(page))
}

afterEach(() => {
  act(() => root?.unmount())
  document.body.replaceChildren()
})

export const find = (id: string) => document.getElementById(id)

export function get(id: string): HTMLElement {
  const element = find(id)
  if (!element) throw new Error(`nothing on screen has the id ${id}`)
  return element
}

export const text = (id: string) => get(id).textContent ?? ''

export const press = (id: string) => act(async () => get(id).click())

export async function fillIn(id: string, value: string): Promise<void> {
  const input = get(id)
  await act(async () => {
    if (!(input instanceof HTMLInputElement)) return
    input.value = value
    input.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

/** What the platform answers at one of its buttons. */
export const answer = (id: string, type: string, detail: object) =>
  act(async () => get(id).dispatchEvent(new CustomEvent(type, { detail })))

/** Lets what is under way arrive on screen until the check holds. */
export async function until(check: () => void): Promise<void> {
  for (let turns = 50; ; turns--) {
    await act(() => new Promise<void>((resolve) => setTimeout(resolve, 0)))
    try {
      return check()
    } catch (error) {
      if (turns === 0) throw error
    }
  }
}
