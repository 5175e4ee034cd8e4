import { View } from '@tarojs/components'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { Heading } from '../../components/heading'
import { t } from '../../messages'
import styles from './invitation.module.css'
import { useVisit } from './use-visit'

export function Invitation({ onAccept }: { onAccept: () => void }) {
  const dismiss = useVisit((state) => state.dismissInvitation)

  return (
    <Card id="invitation" className={styles.invitation}>
      <Heading className={styles.title}>{t('invitation.title')}</Heading>
      <View className={styles.text}>{t('invitation.text')}</View>
      <View className={styles.actions}>
        <Button id="register" onClick={onAccept}>
          {t('invitation.register')}
        </Button>
        <Button id="not-now" tone="quiet" onClick={dismiss}>
          {t('invitation.not_now')}
        </Button>
      </View>
    </Card>
  )
}
