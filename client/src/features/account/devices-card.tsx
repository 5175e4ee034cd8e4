import { View } from '@tarojs/components'
import { useCallback, useEffect, useState } from 'react'
import { Badge } from '../../components/badge'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { EmptyState } from '../../components/empty-state'
import { FaultText } from '../../components/fault-text'
import { ListRow } from '../../components/list-row'
import { Skeleton } from '../../components/skeleton'
import { t } from '../../messages'
import { moment } from '../../messages/format'
import { ask, tell } from '../../platform/dialogue'
import type { SignedInDevice } from './account-calls'
import styles from './devices-card.module.css'
import { accountCalls, useAttempt } from './use-account'
import { accountWords } from './words'

const placeholders = [1, 2]

/** The platform account with which a device signs in: browsers use WeChat's. */
const signsInWith = (platform: SignedInDevice['platform']) => (platform === 'h5' ? 'weapp' : platform)

export function DevicesCard() {
  const [devices, setDevices] = useState<SignedInDevice[] | null>(null)
  const { busy, fault, attempt } = useAttempt()
  const load = useCallback(async () => setDevices(await accountCalls().listDevices()), [])
  useEffect(() => void attempt(load), [])

  const end = async ({ id, platform }: SignedInDevice) => {
    const agreed = await ask({
      title: accountWords('device_end_title'),
      text: accountWords('device_end_text', { platform: accountWords(signsInWith(platform)) }),
      yes: accountWords('device_end_confirm'),
      no: t('dialogue.no'),
    })
    if (!agreed) return
    await attempt(async () => {
      await accountCalls().endDevice(id)
      tell(accountWords('device_ended'))
      await load()
    })
  }

  if (devices === null && fault !== null) {
    const again = { id: 'devices-again', label: t('banner.retry'), onPress: () => void attempt(load) }
    return (
      <Card>
        <EmptyState text={fault} action={again} />
      </Card>
    )
  }
  return (
    <Card id="devices">
      <View className={styles.text}>{accountWords('devices_text')}</View>
      {devices === null &&
        placeholders.map((row) => (
          <ListRow key={row} note={<Skeleton ems={10} />}>
            <Skeleton ems={6} />
          </ListRow>
        ))}
      {devices?.map((device) => (
        <DeviceRow key={device.id} device={device} busy={busy} onEnd={() => void end(device)} />
      ))}
      {fault && <FaultText id="devices-fault">{fault}</FaultText>}
    </Card>
  )
}

function DeviceRow({ device, busy, onEnd }: { device: SignedInDevice; busy: boolean; onEnd: () => void }) {
  const { id, model, current, lastSeenAt } = device
  const platform = accountWords(device.platform)
  return (
    <View id={`device-${id}`} className={styles.device}>
      <ListRow note={accountWords(model ? 'device_seen' : 'device_used', { platform, when: moment(lastSeenAt) })}>
        {model ?? accountWords('device_unnamed', { platform })}
      </ListRow>
      {current ? (
        <Badge>{accountWords('device_current')}</Badge>
      ) : (
        <Button id={`end-${id}`} tone="danger" disabled={busy} onClick={onEnd}>
          {accountWords('device_end')}
        </Button>
      )}
    </View>
  )
}
