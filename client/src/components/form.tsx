import { Form as TaroForm } from '@tarojs/components'
import type { FormProps } from './form-props'

export function Form({ onSubmit, ...form }: FormProps) {
  return <TaroForm {...form} onSubmit={({ detail }) => onSubmit(detail.value ?? {})} />
}
