import type { ReactNode } from 'react'

export interface FormProps {
  id: string
  children: ReactNode
  /** The values of the named inputs at that moment. */
  onSubmit: (values: Partial<Record<string, string>>) => void
}
