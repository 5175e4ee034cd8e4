import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { decideEntry } from '@trailpass/shared'
import { useEffect, useState } from 'react'
import { Screen } from '../../components/screen'
import { TodayCard } from '../../features/overview/today-card'
import { TopThree } from '../../features/overview/top-three'
import { TrailList } from '../../features/overview/trail-list'
import { useOverview } from '../../features/overview/use-overview'
import { RegistrationSheet } from '../../features/registration/registration-sheet'
import { Greeting } from '../../features/session/greeting'
import { OpenInWechat } from '../../features/session/open-in-wechat'
import { SessionBanner } from '../../features/session/session-banner'
import { useSession } from '../../features/session/use-session'
import { Invitation } from '../../features/visit/invitation'
import { useVisit } from '../../features/visit/use-visit'
import { t } from '../../messages'

export default function Home() {
  const user = useSession((state) => state.user)
  const invitable = useSession((state) => state.phase === 'ready' && state.fault !== 'login.outside_wechat')
  const entry = useVisit((state) => state.entry)
  const invitationSeen = useVisit((state) => state.invitationSeen)
  const load = useOverview((state) => state.load)
  const fault = useOverview((state) => state.fault)
  const nothingKnown = useOverview((state) => state.overview === null && state.fault !== null)
  const [registering, setRegistering] = useState(false)
  const { greeting, invitation } = decideEntry({ entry, user, invitationSeen })

  useEffect(() => {
    void load()
  }, [load])
  usePullDownRefresh(() => void load().finally(() => Taro.stopPullDownRefresh()))

  return (
    <Screen title={t('app.name')}>
      <Greeting greeting={greeting} onOpenProfile={() => void Taro.navigateTo({ url: '/pages/profile/index' })} />
      <SessionBanner fault={fault} onRetry={load} />
      <View id="overview">
        <TodayCard />
        <OpenInWechat />
        {invitation && invitable && <Invitation onAccept={() => setRegistering(true)} />}
        {!nothingKnown && (
          <>
            <TopThree />
            <TrailList />
          </>
        )}
      </View>
      {registering && <RegistrationSheet onClose={() => setRegistering(false)} />}
    </Screen>
  )
}
