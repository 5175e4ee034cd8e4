import { View } from '@tarojs/components'
import type { CSSProperties, ReactNode } from 'react'
import { textScale } from '../platform/text-size'
import { role } from './aria'
import { ErrorBoundary } from './error-boundary'
import { PrivacySheet } from './privacy-sheet'
import styles from './screen.module.css'
import { ScreenHead } from './screen-head'

interface ScreenProps {
  /** Shown in the navigation bar, or as the browser's title. */
  title: string
  isHome?: boolean
  children: ReactNode
}

export function Screen({ title, isHome = false, children }: ScreenProps) {
  return (
    <View className={styles.screen} style={textSizes(textScale())} {...role('main')}>
      <ScreenHead title={title} isHome={isHome} />
      <ErrorBoundary>
        {children}
        <PrivacySheet />
      </ErrorBoundary>
    </View>
  )
}

/** The sizes of `tokens.css` for larger text: a fixed part and a part that scales. */
const sizes = { xs: [0, 12], s: [0, 14], m: [0, 16], l: [6, 14], xl: [14, 14], hero: [28, 16] } as const

function textSizes(scale: number): CSSProperties {
  const larger: Record<string, string> = {}
  if (scale === 1) return larger
  for (const [name, [stays, grows]] of Object.entries(sizes)) larger[`--text-${name}`] = `${stays + grows * scale}px`
  return larger
}
