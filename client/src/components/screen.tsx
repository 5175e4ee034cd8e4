import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { type ReactNode, useEffect } from 'react'
import { role } from './aria'
import { ErrorBoundary } from './error-boundary'
import styles from './screen.module.css'

interface ScreenProps {
  /** Stands in the navigation bar, or in the browser's tab. */
  title: string
  children: ReactNode
}

export function Screen({ title, children }: ScreenProps) {
  useEffect(() => {
    void Taro.setNavigationBarTitle({ title })
  }, [title])

  return (
    <View className={styles.screen} {...role('main')}>
      <ErrorBoundary>{children}</ErrorBoundary>
    </View>
  )
}
