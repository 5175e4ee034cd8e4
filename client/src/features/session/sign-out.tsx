import Taro from '@tarojs/taro'
import { Button } from '../../components/button'
import { useBusy } from '../../components/use-busy'
import { t } from '../../messages'
import { useSession } from './use-session'

export function SignOut() {
  const signOut = useSession((state) => state.signOut)
  const [busy, ask] = useBusy(async () => {
    const { confirm } = await Taro.showModal({
      title: t('profile.sign_out_title'),
      content: t('profile.sign_out_text'),
      confirmText: t('profile.sign_out_confirm'),
      cancelText: t('profile.sign_out_cancel'),
    })
    if (confirm) await signOut()
  })

  return (
    <Button id="sign-out" wide tone="danger" busy={busy} onClick={ask}>
      {t('profile.sign_out')}
    </Button>
  )
}
