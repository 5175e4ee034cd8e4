import { View } from '@tarojs/components'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { Heading } from '../../components/heading'
import { Icon } from '../../components/icon'
import { t } from '../../messages'
import styles from './guest-card.module.css'
import { profileWords } from './words'

const gains = ['guest_ride', 'guest_rank', 'guest_keep'] as const

/** The benefits of registering, shown before asking for it. */
export function GuestCard({ onRegister }: { onRegister: () => void }) {
  return (
    <Card>
      <Heading level={1} className={styles.title}>
        {profileWords('guest_title')}
      </Heading>
      <View className={styles.text}>{profileWords('guest_text')}</View>
      {gains.map((gain) => (
        <View key={gain} className={styles.gain}>
          <Icon name="check" />
          <View className={styles.words}>{profileWords(gain)}</View>
        </View>
      ))}
      <Button id="profile-register" wide onClick={onRegister}>
        {t('invitation.register')}
      </Button>
    </Card>
  )
}
