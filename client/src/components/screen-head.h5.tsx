import { useDidShow } from '@tarojs/taro'
import { useEffect } from 'react'
import { speak } from '../messages'
import { goBack } from '../platform/navigation'
import { Icon } from './icon'
import { Pressable } from './pressable'
import styles from './screen-head.module.css'
import type { ScreenHeadProps } from './screen-head-props'

const headWords = speak({ back: '返回' }, { back: 'Back' })

/** A browser has no navigation bar, and inside WeChat no back button either. */
export function ScreenHead({ title, isHome }: ScreenHeadProps) {
  useEffect(() => {
    document.title = title
  }, [title])
  // On going back, the router restores the title it stored; this runs right after it.
  useDidShow(() => {
    document.title = title
  })
  if (isHome) return null

  return (
    <div className={styles.head}>
      <Pressable id="go-back" className={styles.back} aria-label={headWords('back')} onClick={goBack}>
        <span className={styles.chevron}>
          <Icon name="chevron" />
        </span>
      </Pressable>
      <h1 className={styles.title}>{title}</h1>
    </div>
  )
}
