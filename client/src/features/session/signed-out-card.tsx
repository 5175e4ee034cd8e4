import { View } from '@tarojs/components'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { Heading } from '../../components/heading'
import { t } from '../../messages'
import styles from './signed-out-card.module.css'
import { useSession } from './use-session'

export function SignedOutCard() {
  const signIn = useSession((state) => state.signIn)

  return (
    <Card>
      <Heading level={1} className={styles.title}>
        {t('profile.signed_out_title')}
      </Heading>
      <View className={styles.text}>{t('profile.signed_out_text')}</View>
      <Button id="sign-in" wide onClick={signIn}>
        {t('profile.sign_in')}
      </Button>
    </Card>
  )
}
