import { View } from '@tarojs/components'
import type { EntryDecision } from '@trailpass/shared'
import type { ReactNode } from 'react'
import { Badge } from '../../components/badge'
import { Heading } from '../../components/heading'
import { PersonBadge } from '../../components/person-badge'
import { ProfileButton } from '../../components/profile-button'
import { t } from '../../messages'
import { shownName } from '../../messages/shown-name'
import styles from './greeting.module.css'
import { partOfDay } from './part-of-day'
import { useSession } from './use-session'

interface GreetingProps {
  greeting: EntryDecision['greeting']
  /** A line below. */
  children: ReactNode
}

export function Greeting({ greeting, children }: GreetingProps) {
  const avatarUrl = useSession((state) => state.user?.avatarUrl ?? null)
  // Nobody is shown as a guest until the session is known.
  const isGuest = useSession((state) => state.phase !== 'starting') && greeting.kind === 'guest'
  const name = greeting.kind === 'named' ? shownName(greeting.name) : null

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
      <View className={styles.profile}>
        <ProfileButton id="open-profile">
          <PersonBadge avatarUrl={avatarUrl} name={name} pictureOnly />
        </ProfileButton>
      </View>
    </View>
  )
}
