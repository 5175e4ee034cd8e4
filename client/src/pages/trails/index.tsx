import { useEffect } from 'react'
import { Screen } from '../../components/screen'
import { SessionBanner } from '../../features/session/session-banner'
import { PlaceCard } from '../../features/trail/place-card'
import { TrailsByDistance } from '../../features/trail/trails-by-distance'
import { useTrail } from '../../features/trail/use-trail'
import { t } from '../../messages'

export default function Trails() {
  const isMissing = useTrail((state) => state.trails === null)
  const fault = useTrail((state) => state.fault)
  const load = useTrail((state) => state.load)

  // The trails are shown without a location too, and while it is being determined.
  useEffect(() => {
    if (isMissing) void load()
  }, [isMissing, load])

  return (
    <Screen title={t('overview.trail_list')}>
      <SessionBanner fault={fault} onRetry={load} />
      <PlaceCard />
      <TrailsByDistance />
    </Screen>
  )
}
