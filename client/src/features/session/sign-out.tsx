import Taro from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '../../components/button'
import { t } from '../../messages'
import { useSession } from './use-session'

export function SignOut() {
  const signOut = useSession((state) => state.signOut)
  const [busy, setBusy] = useState(false)

  const ask = async () => {
    const { confirm } = await Taro.showModal({
      title: t('profile.sign_out_title'),
      content: t('profile.sign_out_text'),
      confirmText: t('profile.sign_out_confirm'),
      cancelText: t('profile.sign_out_cancel'),
    })
    if (!confirm) return
    setBusy(true)
    await signOut()
    setBusy(false)
  }

  return (
    <Button id="sign-out" wide tone="danger" busy={busy} onClick={() => void ask()}>
      {t('profile.sign_out')}
    </Button>
  )
}
