import type { FormEvent } from 'react'
import type { FormProps } from './form-props'

export function Form({ onSubmit, ...form }: FormProps) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const values: Record<string, string> = {}
    new FormData(event.currentTarget).forEach((value, name) => {
      if (typeof value === 'string') values[name] = value
    })
    onSubmit(values)
  }
  return <form noValidate {...form} onSubmit={submit} />
}
