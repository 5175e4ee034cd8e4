import { View, WebView } from '@tarojs/components'
import Taro, { useDidShow, useLoad, useRouter, useUnload } from '@tarojs/taro'
import { useRef, useState } from 'react'
import { getServices } from '../../bootstrap'
import { EmptyState } from '../../components/empty-state'
import { Screen } from '../../components/screen'
import { Skeleton } from '../../components/skeleton'
import { useRegistration } from '../../features/registration/use-registration'
import { t, wordsFor } from '../../messages'
import { tell } from '../../platform/dialogue'
import { addToTicketUrl } from '../../platform/web-ticket'

/** Whether the person has registered; announced the first time. */
async function lookAgain(): Promise<boolean> {
  const { session } = getServices()
  const before = session.getState().user?.registered === true
  await session.getState().refresh()
  const registered = session.getState().user?.registered === true
  if (registered && !before) tell(t('registration.done'), 'done')
  return registered
}

/** The web client's registration inside the mini program, opened by a ticket made for this visit. */
export default function WebViewPage() {
  const { terms } = useRouter().params
  const failed = useRegistration((state) => state.status === 'error')
  const fault = useRegistration((state) => state.fault)
  const [url, setUrl] = useState<string | null>(null)
  const left = useRef(false)

  const open = async () => {
    const { registration, visit } = getServices()
    const ticketUrl = await registration.getState().openOnWeb()
    const { kind } = visit.getState().entry
    if (ticketUrl !== null) setUrl(addToTicketUrl(ticketUrl, { entry: kind, termsTicked: terms === 'ticked' }))
  }

  const comeBack = async () => {
    if ((await lookAgain()) && !left.current) await Taro.navigateBack()
  }

  useLoad(() => void open())
  useDidShow(() => {
    // The app returned, perhaps from a browser: a person who registered there need not press back.
    if (url !== null) void comeBack()
  })
  useUnload(() => {
    left.current = true
    void lookAgain()
  })

  if (url !== null) return <WebView id="web-registration" src={url} />
  return (
    <Screen title={t('registration.title')}>
      {failed ? (
        <EmptyState
          text={wordsFor(fault ?? 'other')}
          action={{ id: 'retry', label: t('banner.retry'), onPress: () => void open() }}
        />
      ) : (
        <View>
          <Skeleton ems={12} />
        </View>
      )}
    </Screen>
  )
}
