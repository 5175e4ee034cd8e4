import { Card } from '../../components/card'
import { EmptyState } from '../../components/empty-state'
import { ListRow } from '../../components/list-row'
import { Skeleton } from '../../components/skeleton'
import { t } from '../../messages'
import { kilometers } from '../../messages/format'
import { distanceWords } from './place-words'
import { useTrail } from './use-trail'
import { trailWords } from './words'

const placeholders = [1, 2, 3]

export function TrailsByDistance() {
  const trails = useTrail((state) => state.trails)
  const failed = useTrail((state) => state.fault !== null)
  const load = useTrail((state) => state.load)

  if (trails === null && failed) return null
  return (
    <Card id="trails" title={t('overview.trail_list')}>
      {trails === null &&
        placeholders.map((row) => (
          <ListRow key={row} note={<Skeleton ems={5} />}>
            <Skeleton ems={7} />
          </ListRow>
        ))}
      {trails?.length === 0 && (
        <EmptyState
          text={t('overview.no_trails')}
          action={{ id: 'refresh', label: t('overview.refresh'), onPress: load }}
        />
      )}
      {trails?.map((trail) => (
        <ListRow
          key={trail.id}
          note={trailWords('length', { distance: kilometers(trail.lengthMeters) })}
          figure={distanceWords(trail)}
        >
          {trail.name}
        </ListRow>
      ))}
    </Card>
  )
}
