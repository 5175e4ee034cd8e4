import type { ReactNode } from 'react'
import { t } from '../messages'
import { openPage } from '../platform/navigation'
import { Pressable } from './pressable'
import styles from './profile-button.module.css'

/** Opens the profile page, where avatar and nickname can be filled in. Replaces the former user-info button. */
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
