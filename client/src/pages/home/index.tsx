import { View } from '@tarojs/components'
import Taro, { useDidShow, useLoad, usePullDownRefresh } from '@tarojs/taro'
import { decideEntry } from '@trailpass/shared'
import { useState } from 'react'
import { getServices } from '../../bootstrap'
import { Banner } from '../../components/banner'
import { Screen } from '../../components/screen'
import { RankingCard } from '../../features/leaderboard/ranking-card'
import { TodayCard } from '../../features/overview/today-card'
import { TrailList } from '../../features/overview/trail-list'
import { useOverview } from '../../features/overview/use-overview'
import { Registration } from '../../features/registration/registration'
import { useRide } from '../../features/ride/use-ride'
import { useScan } from '../../features/scan/use-scan'
import { Greeting } from '../../features/session/greeting'
import { OpenInWechat } from '../../features/session/open-in-wechat'
import { SessionBanner } from '../../features/session/session-banner'
import { useSession } from '../../features/session/use-session'
import { SportToday } from '../../features/sport/sport-today'
import { SportWeek } from '../../features/sport/sport-week'
import { useLoadSport, useSport } from '../../features/sport/use-sport'
import { TrailLine } from '../../features/trail/trail-line'
import { useTrail } from '../../features/trail/use-trail'
import { Invitation } from '../../features/visit/invitation'
import { useVisit } from '../../features/visit/use-visit'
import { t } from '../../messages'
import { readEntry } from '../../platform/entry'
import { openPage } from '../../platform/navigation'
import { BikeSection } from './bike-section'

const openHistory = () => openPage('/pages/history/index')
const openProfile = async () => openPage('/pages/profile/index')

export default function Home() {
  const user = useSession((state) => state.user)
  const invitable = useSession((state) => state.phase === 'ready' && state.fault !== 'login.outside_wechat')
  const entry = useVisit((state) => state.entry)
  const invitationSeen = useVisit((state) => state.invitationSeen)
  const load = useOverview((state) => state.load)
  const overviewFault = useOverview((state) => state.fault)
  const registrationMode = useOverview((state) => state.overview?.registrationMode)
  const leaders = useOverview((state) => state.overview?.topThree)
  const firstTrailId = useOverview((state) => state.overview?.trails[0]?.id)
  const nearestTrailId = useTrail((state) => state.nearest?.id)
  const trailName = useOverview((state) => state.overview?.trails[0]?.name)
  const waiting = useOverview((state) => state.overview === null && state.fault === null)
  const nothingKnown = useOverview((state) => state.overview === null && state.fault !== null)
  const isBikeFirst = useScan((state) => state.scan.kind !== 'none')
  const isRiding = useRide((state) => state.ride !== null)
  const [registering, setRegistering] = useState<{ termsTicked: boolean } | null>(null)
  const { greeting, invitation, sportOf } = decideEntry({ entry, user, invitationSeen })
  // People who are not registered have no figures.
  const riderId = user?.registered ? sportOf : null
  const loadSport = useLoadSport()
  const { value: week, fault: sportFault } = useSport(riderId, '7d')
  const hasRidden = week?.days.at(-1)?.rides !== 0
  const locateIfGranted = useTrail((state) => state.locateIfGranted)
  const refresh = () => Promise.all([load(), riderId !== null && loadSport(riderId, '7d')])

  useDidShow(() => {
    void load()
    void getServices().ride.getState().catchUp()
    // Last and in parallel; nothing waits for it.
    void locateIfGranted()
  })
  // The camera opens the page again, even for a code scanned before.
  useLoad((query) => {
    const { deviceCode } = readEntry({ query })
    if (deviceCode !== undefined) getServices().scan.getState().take(deviceCode)
  })
  usePullDownRefresh(() => void refresh().finally(() => Taro.stopPullDownRefresh()))

  const bike = <BikeSection covered={registering !== null} onRegister={() => setRegistering({ termsTicked: true })} />
  return (
    <Screen title={t('app.name')} isHome>
      <Greeting greeting={greeting}>
        <TrailLine name={trailName} waiting={waiting} onOpen={() => openPage('/pages/trails/index')} />
      </Greeting>
      <SessionBanner fault={overviewFault ?? sportFault} onRetry={refresh} />
      {user?.joinOffered && (
        <Banner
          id="join-banner"
          icon="person"
          action={{ id: 'open-join', label: t('banner.look'), onPress: openProfile }}
        >
          {t('banner.join')}
        </Banner>
      )}
      {(isBikeFirst || isRiding) && bike}
      <View id="overview">
        {riderId === null ? <TodayCard /> : <SportToday personId={riderId} onOpenHistory={openHistory} />}
        {!isBikeFirst && !isRiding && bike}
        <OpenInWechat />
        {invitation && invitable && <Invitation onAccept={() => setRegistering({ termsTicked: false })} />}
        {riderId !== null && <SportWeek personId={riderId} onOpenHistory={openHistory} />}
        {!nothingKnown && (
          <>
            <RankingCard
              leaders={leaders}
              place={
                riderId === null ? null : { viewerId: riderId, trailId: nearestTrailId ?? firstTrailId, hasRidden }
              }
              onOpen={() => openPage('/pages/ranking/index')}
            />
            <TrailList />
          </>
        )}
      </View>
      {registering && <Registration {...registering} mode={registrationMode} onClose={() => setRegistering(null)} />}
    </Screen>
  )
}
