import { Card } from '../../components/card'
import { EmptyState } from '../../components/empty-state'
import { ListRow } from '../../components/list-row'
import { Skeleton } from '../../components/skeleton'
import { t } from '../../messages'
import { kilometers } from '../../messages/format'
import { useOverview } from './use-overview'

export function TrailList() {
  const trails = useOverview((state) => state.overview?.trails)
  const load = useOverview((state) => state.load)

  return (
    <Card title={t('overview.trail_list')}>
      {trails?.length === 0 && (
        <EmptyState
          text={t('overview.no_trails')}
          action={{ id: 'refresh', label: t('overview.refresh'), onPress: load }}
        />
      )}
      {trails?.map(({ id, name, lengthMeters }) => (
        <ListRow key={id} figure={kilometers(lengthMeters)} unit={t('unit.km')}>
          {name}
        </ListRow>
      ))}
      {!trails && (
        <ListRow>
          <Skeleton ems={7} />
        </ListRow>
      )}
    </Card>
  )
}
