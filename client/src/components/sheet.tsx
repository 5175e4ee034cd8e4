import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { role } from './aria'
import { Heading } from './heading'
import styles from './sheet.module.css'
import { useDialogFocus } from './use-dialog-focus'

interface SheetProps {
  id: string
  title: string
  onClose: () => void
  children: ReactNode
}

/** A bottom sheet over the current page; the backdrop closes it too. */
export function Sheet({ id, title, onClose, children }: SheetProps) {
  useDialogFocus(id, onClose)
  return (
    <View className={styles.layer}>
      <View className={styles.backdrop} onClick={onClose} catchMove aria-hidden="true" />
      <View id={id} className={styles.panel} {...role('dialog')} aria-modal="true" aria-label={title}>
        <View className={styles.handle} />
        <Heading className={styles.title}>{title}</Heading>
        {children}
      </View>
    </View>
  )
}
