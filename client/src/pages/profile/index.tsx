import { useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { Card } from '../../components/card'
import { LinkRow } from '../../components/link-row'
import { Screen } from '../../components/screen'
import { Skeleton } from '../../components/skeleton'
import { AccountCard } from '../../features/account/account-card'
import { JoinCard } from '../../features/account/join-card'
import { NewTermsCard } from '../../features/account/new-terms-card'
import { PhoneCard } from '../../features/account/phone-card'
import { useOverview } from '../../features/overview/use-overview'
import { ConsentsCard } from '../../features/profile/consents-card'
import { GuestCard } from '../../features/profile/guest-card'
import { PrivacyCard } from '../../features/profile/privacy-card'
import { ProfileForm } from '../../features/profile/profile-form'
import { ProfileRefresh } from '../../features/profile/profile-refresh'
import { RiderCard } from '../../features/profile/rider-card'
import { Registration } from '../../features/registration/registration'
import { useRegistration } from '../../features/registration/use-registration'
import { OpenInWechat } from '../../features/session/open-in-wechat'
import { SessionBanner } from '../../features/session/session-banner'
import { SignOut } from '../../features/session/sign-out'
import { SignedOutCard } from '../../features/session/signed-out-card'
import { useSession } from '../../features/session/use-session'
import { t } from '../../messages'
import { openAgreement, openPage } from '../../platform/navigation'

export default function Profile() {
  const user = useSession((state) => state.user)
  const phase = useSession((state) => state.phase)
  const refresh = useSession((state) => state.refresh)
  const outsideWechat = useSession((state) => state.fault === 'login.outside_wechat')
  const registrationMode = useOverview((state) => state.overview?.registrationMode)
  const agreements = useRegistration((state) => state.agreements)
  const termsFault = useRegistration((state) => (state.agreements === null ? state.fault : null))
  const loadAgreements = useRegistration((state) => state.loadAgreements)
  const [registering, setRegistering] = useState(false)
  const registered = user?.registered === true

  useEffect(() => {
    if (registered && agreements === null) void loadAgreements()
  }, [registered, agreements, loadAgreements])

  // A verdict reaches the server, not the phone.
  useDidShow(() => {
    if (user?.underReview.length) void refresh()
  })

  return (
    <Screen title={t('profile.open')}>
      {phase !== 'signed-out' && <SessionBanner fault={registered ? termsFault : null} onRetry={loadAgreements} />}
      {registered && (
        <>
          {user.joinOffered && <JoinCard />}
          <NewTermsCard consents={user.consents} agreements={agreements} onRead={openAgreement} />
          <ProfileRefresh user={user} />
          <ProfileForm user={user} />
          <RiderCard user={user} />
          <PhoneCard user={user} />
          <ConsentsCard consents={user.consents} agreements={agreements} onRead={openAgreement} />
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
      {user && phase === 'ready' && <AccountCard hasConsents={user.consents.length > 0} />}
      <PrivacyCard onReadPolicy={() => openAgreement('privacy-policy')} />
      <Card>
        <LinkRow id="open-help" onClick={() => openPage('/pages/help/index')}>
          {t('help.title')}
        </LinkRow>
        <LinkRow id="open-about" onClick={() => openPage('/pages/help/about/index')}>
          {t('about.title')}
        </LinkRow>
      </Card>
      {registered && <SignOut />}
      {registering && <Registration mode={registrationMode} onClose={() => setRegistering(false)} />}
    </Screen>
  )
}
