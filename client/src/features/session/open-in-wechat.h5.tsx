import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { getServices } from '../../bootstrap'
import { Card } from '../../components/card'
import styles from './open-in-wechat.module.css'
import { outsideWechatWords } from './outside-wechat-words'
import { useSession } from './use-session'

/** Shows the address as a QR code, because outside WeChat nobody can sign in. */
export function OpenInWechat() {
  return useSession((state) => state.fault === 'login.outside_wechat') ? <AddressCode /> : null
}

function AddressCode() {
  const [source, setSource] = useState<string>()
  useEffect(() => void drawCode(addressOfVisit()).then(setSource), [])
  return (
    <Card title={outsideWechatWords('title')}>
      <View className={styles.row}>
        <View className={styles.code}>{source && <img src={source} alt={outsideWechatWords('code')} />}</View>
        <Text className={styles.words}>{outsideWechatWords('text')}</Text>
      </View>
    </Card>
  )
}

/** Includes the scanned bike, whose code was removed from the address when it was read. */
function addressOfVisit(): string {
  const address = new URL(window.location.href)
  const { deviceCode } = getServices().visit.getState().entry
  if (deviceCode !== undefined) address.searchParams.set('scene', deviceCode)
  return address.href
}

/** The QR code library is only loaded outside WeChat. */
async function drawCode(address: string): Promise<string> {
  const { renderSVG } = await import('uqr')
  return `data:image/svg+xml,${encodeURIComponent(renderSVG(address))}`
}
