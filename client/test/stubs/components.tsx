import type { ComponentType, FormEvent, ReactNode, RefObject } from 'react'
import { createElement, useEffect, useRef } from 'react'

interface StubProps {
  children?: ReactNode
  [property: string]: unknown
}

/** What a browser's element understands; the rest (open-type, hover classes, …) is the platform's business. */
const understood =
  /^(id|className|style|src|alt|name|value|defaultValue|placeholder(?!Class)|disabled|tabIndex|on(Click|Load|Touch)|aria-|role|data-)/

function pick(props: StubProps): Record<string, unknown> {
  const { 'aria-role': role, ...rest } = props
  const known = Object.entries(rest).filter(([name]) => understood.test(name))
  return Object.fromEntries(role === undefined ? known : [...known, ['role', role]])
}

/** Platform events carry their value in `detail`. */
const withDetail = (handler: unknown) => (event: { target: { value?: string } }) => {
  if (typeof handler === 'function') handler({ detail: { value: event.target.value }, target: event.target })
}

const element =
  (tag: string): ComponentType<StubProps> =>
  ({ children, ...props }) =>
    createElement(tag, pick(props), children)

/** Events that the platform sends to an element in addition to the browser's. */
function useListeners(ref: RefObject<HTMLElement | null>, listeners: Record<string, unknown>): void {
  useEffect(() => {
    const listening = new AbortController()
    for (const [type, listener] of Object.entries(listeners)) {
      if (typeof listener !== 'function') continue
      ref.current?.addEventListener(type, (event) => listener(event), { signal: listening.signal })
    }
    return () => listening.abort()
  })
}

export const View = element('div')
export const Text = element('span')
export const ScrollView = element('div')
export const WebView = element('iframe')

export const Image: ComponentType<StubProps> = ({ onError, ...props }) =>
  createElement('img', { ...pick(props), onError })

/** Platform answers arrive as `new CustomEvent('chooseavatar' | 'getphonenumber' | …, { detail })` at the button. */
export const Button: ComponentType<StubProps> = ({
  children,
  formType,
  onChooseAvatar,
  onGetPhoneNumber,
  onAgreePrivacyAuthorization,
  ...props
}) => {
  const ref = useRef<HTMLButtonElement>(null)
  useListeners(ref, {
    chooseavatar: onChooseAvatar,
    getphonenumber: onGetPhoneNumber,
    agreeprivacyauthorization: onAgreePrivacyAuthorization,
  })
  return createElement('button', { ref, type: formType === 'submit' ? 'submit' : 'button', ...pick(props) }, children)
}

/** The platform's verdict arrives as `new CustomEvent('nicknamereview', { detail: { pass } })`. */
export const Input: ComponentType<StubProps> = ({ onInput, onBlur, onFocus, onNickNameReview, ...props }) => {
  const ref = useRef<HTMLInputElement>(null)
  useListeners(ref, { nicknamereview: onNickNameReview })
  return createElement('input', {
    ref,
    ...pick(props),
    onInput: withDetail(onInput),
    onBlur: withDetail(onBlur),
    onFocus: withDetail(onFocus),
  })
}

/** Submits like a mini program: the values of all named inputs in `detail.value`. */
export const Form: ComponentType<StubProps> = ({ children, onSubmit, ...props }) =>
  createElement(
    'form',
    {
      ...pick(props),
      onSubmit: (event: FormEvent<HTMLFormElement>) => {
        event.preventDefault()
        const value = Object.fromEntries(new FormData(event.currentTarget))
        if (typeof onSubmit === 'function') onSubmit({ detail: { value } })
      },
    },
    children,
  )
