import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import styles from './dialogue.module.css'
import { QuestionSheet } from './question-sheet'
import type { Ask, Tell } from './types'

const toastMs = 2000

export const ask: Ask = (question) => {
  const place = document.body.appendChild(document.createElement('div'))
  const root = createRoot(place)
  return new Promise((resolve) => {
    const onAnswer = (agreed: boolean) => {
      root.unmount()
      place.remove()
      resolve(agreed)
    }
    root.render(createElement(QuestionSheet, { ...question, onAnswer }))
  })
}

let toast: HTMLElement | undefined
let going: ReturnType<typeof setTimeout> | undefined

export const tell: Tell = (words) => {
  clearTimeout(going)
  toast ??= document.body.appendChild(document.createElement('div'))
  toast.setAttribute('role', 'status')
  toast.className = styles.toast ?? ''
  toast.textContent = words
  going = setTimeout(() => {
    toast?.remove()
    toast = undefined
  }, toastMs)
}
