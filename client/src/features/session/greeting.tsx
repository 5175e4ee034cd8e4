import { View } from '@tarojs/components'
import type { EntryDecision } from '@trailpass/shared'
import type { ReactNode } from 'react'
import { assetUrl } from '../../api/asset-url'
import { Avatar } from '../../components/avatar'
import { Badge } from '../../components/badge'
import { Heading } from '../../components/heading'
import { Pressable } from '../../components/pressable'
import { t } from '../../messages'
import styles from './greeting.module.css'
import { partOfDay } from './part-of-day'
import { useSession } from './use-session'

interface GreetingProps {
  greeting: EntryDecision['greeting']
  onOpenProfile: () => void
  /** A line below. */
  children: ReactNode
}

export function Greeting({ greeting, onOpenProfile, children }: GreetingProps) {
  const avatarUrl = useSession((state) => state.user?.avatarUrl ?? null)
  // Until the session answers, nobody is told to be a guest.
  const isGuest = useSession((state) => state.phase !== 'starting') && greeting.kind === 'guest'
  const name = greeting.kind === 'named' ? greeting.name : null

  return (
    <View className={styles.greeting}>
      <View className={styles.lines}>
        <View className={styles.words}>
          <Heading id="greeting" level={1} className={styles.name}>
            {name === null ? t('greeting.guest') : t(`greeting.${partOfDay(new Date().getHours())}`, { name })}
          </Heading>
          {isGuest && <Badge id="guest-badge">{t('guest.badge')}</Badge>}
        </View>
        {children}
      </View>
      <Pressable id="open-profile" className={styles.profile} aria-label={t('profile.open')} onClick={onOpenProfile}>
        <Avatar url={assetUrl(avatarUrl)} name={name} />
      </Pressable>
    </View>
  )
}
