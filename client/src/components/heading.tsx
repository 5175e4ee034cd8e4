import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { role } from './aria'

interface HeadingProps {
  id?: string
  level?: 1 | 2
  className?: string | undefined
  children: ReactNode
}

export function Heading({ level = 2, className = '', ...view }: HeadingProps) {
  return <View {...view} className={className} {...role('heading')} aria-level={String(level)} />
}
