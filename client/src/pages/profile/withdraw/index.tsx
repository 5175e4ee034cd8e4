import Taro from '@tarojs/taro'
import { Card } from '../../../components/card'
import { EmptyState } from '../../../components/empty-state'
import { Screen } from '../../../components/screen'
import { Skeleton } from '../../../components/skeleton'
import { WithdrawConsent } from '../../../features/account/withdraw-consent'
import { accountWords } from '../../../features/account/words'
import { SessionBanner } from '../../../features/session/session-banner'
import { useSession } from '../../../features/session/use-session'
import { t } from '../../../messages'
import { goHome } from '../../../platform/navigation'

export default function Withdraw() {
  const user = useSession((state) => state.user)
  const starting = useSession((state) => state.phase === 'starting')
  return (
    <Screen title={accountWords('withdraw')}>
      <SessionBanner />
      {user?.consents.length ? (
        <WithdrawConsent user={user} onDone={() => void Taro.navigateBack()} />
      ) : (
        <Card>
          {starting ? (
            <Skeleton ems={12} />
          ) : (
            <EmptyState
              text={accountWords('withdraw_none')}
              action={{
                id: 'withdraw-home',
                label: t('home.back'),
                onPress: goHome,
              }}
            />
          )}
        </Card>
      )}
    </Screen>
  )
}
