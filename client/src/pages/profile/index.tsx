import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { Card } from '../../components/card'
import { LinkRow } from '../../components/link-row'
import { Screen } from '../../components/screen'
import { Skeleton } from '../../components/skeleton'
import { ConsentsCard } from '../../features/profile/consents-card'
import { GuestCard } from '../../features/profile/guest-card'
import { ProfileForm } from '../../features/profile/profile-form'
import { RiderCard } from '../../features/profile/rider-card'
import { RegistrationSheet } from '../../features/registration/registration-sheet'
import { useRegistration } from '../../features/registration/use-registration'
import { OpenInWechat } from '../../features/session/open-in-wechat'
import { SessionBanner } from '../../features/session/session-banner'
import { SignOut } from '../../features/session/sign-out'
import { SignedOutCard } from '../../features/session/signed-out-card'
import { useSession } from '../../features/session/use-session'
import { t } from '../../messages'

export default function Profile() {
  const user = useSession((state) => state.user)
  const phase = useSession((state) => state.phase)
  const outsideWechat = useSession((state) => state.fault === 'login.outside_wechat')
  const agreements = useRegistration((state) => state.agreements)
  const loadAgreements = useRegistration((state) => state.loadAgreements)
  const [registering, setRegistering] = useState(false)
  const registered = user?.registered === true

  useEffect(() => {
    if (registered && agreements === null) void loadAgreements()
  }, [registered, agreements, loadAgreements])

  return (
    <Screen title={t('profile.open')}>
      {phase !== 'signed-out' && <SessionBanner />}
      {registered && (
        <>
          <ProfileForm user={user} />
          <RiderCard user={user} />
          <ConsentsCard consents={user.consents} agreements={agreements} />
        </>
      )}
      {!registered && phase === 'starting' && (
        <Card>
          <Skeleton ems={12} />
        </Card>
      )}
      {!registered && phase === 'signed-out' && <SignedOutCard />}
      {!registered && phase === 'ready' && (
        <>
          <OpenInWechat />
          {!outsideWechat && <GuestCard onRegister={() => setRegistering(true)} />}
        </>
      )}
      <Card>
        <LinkRow id="open-help" onClick={() => void Taro.navigateTo({ url: '/pages/help/index' })}>
          {t('help.title')}
        </LinkRow>
        <LinkRow id="open-about" onClick={() => void Taro.navigateTo({ url: '/pages/help/about/index' })}>
          {t('about.title')}
        </LinkRow>
      </Card>
      {registered && <SignOut />}
      {registering && <RegistrationSheet onClose={() => setRegistering(false)} />}
    </Screen>
  )
}
