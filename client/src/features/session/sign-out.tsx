import { Button } from '../../components/button'
import { useBusy } from '../../components/use-busy'
import { t } from '../../messages'
import { ask } from '../../platform/dialogue'
import { useSession } from './use-session'

export function SignOut() {
  const signOut = useSession((state) => state.signOut)
  const [busy, press] = useBusy(async () => {
    const agreed = await ask({
      title: t('profile.sign_out_title'),
      text: t('profile.sign_out_text'),
      yes: t('profile.sign_out_confirm'),
      no: t('profile.sign_out_cancel'),
    })
    if (agreed) await signOut()
  })

  return (
    <Button id="sign-out" wide tone="danger" busy={busy} onClick={press}>
      {t('profile.sign_out')}
    </Button>
  )
}
