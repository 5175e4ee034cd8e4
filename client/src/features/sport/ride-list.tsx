import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import type { Ride } from '@trailpass/shared'
import { useEffect } from 'react'
import { Badge } from '../../components/badge'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { EmptyState } from '../../components/empty-state'
import { ListRow } from '../../components/list-row'
import { Skeleton } from '../../components/skeleton'
import { useBusy } from '../../components/use-busy'
import { t } from '../../messages'
import { count, duration, kilometers, moment } from '../../messages/format'
import { historyWords } from './history-words'
import styles from './ride-list.module.css'
import { useHistory } from './use-history'

interface RideListProps {
  personId: string
  /** Where rides begin. */
  onGoHome: () => void
}

const placeholders = [1, 2, 3]

export function RideList({ personId, onGoHome }: RideListProps) {
  const rides = useHistory((state) => (state.personId === personId ? state.rides : null))
  const failed = useHistory((state) => state.fault !== null)
  const hasOlder = useHistory((state) => state.hasOlder)
  const load = useHistory((state) => state.load)
  const [busy, loadOlder] = useBusy(useHistory((state) => state.loadOlder))
  useEffect(() => void load(personId), [load, personId])
  useReachBottom(loadOlder)

  if (rides === null && failed) return null
  return (
    <Card id="rides">
      {rides === null &&
        placeholders.map((row) => (
          <ListRow key={row} note={<Skeleton ems={10} />}>
            <Skeleton ems={6} />
          </ListRow>
        ))}
      {rides?.length === 0 && (
        <EmptyState text={historyWords('none')} action={{ id: 'go-home', label: t('home.back'), onPress: onGoHome }} />
      )}
      {rides?.map((ride) => (
        <RideRow key={ride.id} ride={ride} />
      ))}
      {/* Has a place of its own: what leaves a list makes a mini program send the whole list again. */}
      <View className={styles.foot}>
        {hasOlder && (
          <View className={styles.more}>
            <Button id="older-rides" tone="quiet" busy={busy} onClick={loadOlder}>
              {historyWords('older')}
            </Button>
          </View>
        )}
      </View>
    </Card>
  )
}

function RideRow({ ride }: { ride: Ride }) {
  const { device, state, startedAt, movingSeconds, energyKcal, distanceMeters } = ride
  const bike = t('scan.bike', { number: device.number })
  const energy = count(Math.round(energyKcal))

  return (
    <ListRow
      note={historyWords('note', { bike, time: duration(movingSeconds), energy })}
      figure={kilometers(distanceMeters)}
      unit={t('unit.km')}
    >
      {moment(startedAt)} {state === 'active' && <Badge>{historyWords('riding')}</Badge>}
    </ListRow>
  )
}
