import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import styles from './dialogue.module.css'
import { QuestionSheet } from './question-sheet'
import { readingMs } from './reading-ms'
import type { Ask, Tell } from './types'

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

// Created empty in advance: screen readers announce only changes to an existing status element.
const toast = document.body.appendChild(document.createElement('div'))
toast.setAttribute('role', 'status')
let going: ReturnType<typeof setTimeout> | undefined

export const tell: Tell = (words) => {
  clearTimeout(going)
  show(words)
  going = setTimeout(() => show(''), readingMs(words))
}

function show(words: string): void {
  toast.className = (words && styles.toast) ?? ''
  toast.textContent = words
}
