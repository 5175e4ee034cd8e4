import Taro from '@tarojs/taro'
import type { ReactNode } from 'react'
import { t } from '../messages'
import { Pressable } from './pressable'
import styles from './profile-button.module.css'

/** Leads to where avatar and nickname are filled in, by choice. Where the user-info button stood until 2021. */
export function ProfileButton({ id, children }: { id: string; children: ReactNode }) {
  return (
    <Pressable
      id={id}
      className={styles.button}
      aria-label={t('profile.open')}
      onClick={() => void Taro.navigateTo({ url: '/pages/profile/index' })}
    >
      {children}
    </Pressable>
  )
}
