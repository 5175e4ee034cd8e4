import { Banner } from '../../components/banner'
import { t, wordsFor } from '../../messages'
import { useSession } from './use-session'

interface SessionBannerProps {
  /** Another error on this page, and how to retry. */
  fault?: string | null
  onRetry?: () => Promise<unknown>
}

/** One line about the current problem, with one action; nothing if all is well. */
export function SessionBanner({ fault = null, onRetry }: SessionBannerProps) {
  const signedOut = useSession((state) => state.phase === 'signed-out')
  const sessionFault = useSession((state) => state.fault ?? (state.degraded ? 'identity_provider.unavailable' : null))
  const signIn = useSession((state) => state.signIn)

  // Outside WeChat there is nothing to retry: `OpenInWechat` shows the way.
  const shown = sessionFault === 'login.outside_wechat' ? fault : (sessionFault ?? fault)
  if (shown !== null) {
    const retry = () => Promise.all([sessionFault !== null && signIn(), fault !== null && onRetry?.()])
    return (
      <Banner id="banner" icon="signal" action={{ id: 'retry', label: t('banner.retry'), onPress: retry }}>
        {wordsFor(shown)}
      </Banner>
    )
  }
  if (!signedOut) return null
  return (
    <Banner id="banner" icon="person" action={{ id: 'banner-sign-in', label: t('banner.sign_in'), onPress: signIn }}>
      {t('banner.signed_out')}
    </Banner>
  )
}
