import type { ReactNode } from 'react'
import { t } from '../messages'
import { openPage } from '../platform/navigation'
import { Pressable } from './pressable'
import styles from './profile-button.module.css'

/** Leads to where avatar and nickname are filled in, by choice. Where the user-info button stood until 2021. */
export function ProfileButton({ id, children }: { id: string; children: ReactNode }) {
  return (
    <Pressable
      id={id}
      className={styles.button}
      aria-label={t('profile.open')}
      onClick={() => openPage('/pages/profile/index')}
    >
      {children}
    </Pressable>
  )
}
