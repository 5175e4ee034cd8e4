import { getOverview, listTrails } from '@trailpass/shared'
import { overviewSchema, trailListSchema } from '@trailpass/shared/schemas'
import * as z from 'zod'
import type { OverviewService } from '../../../services/trail/overview-service.ts'
import type { TrailService } from '../../../services/trail/trail-service.ts'
import type { BindEndpoint } from '../../bind-endpoint.ts'

const degrees = (limit: number) => z.coerce.number().min(-limit).max(limit).optional()
const positionSchema = z
  .strictObject({ latitude: degrees(90), longitude: degrees(180) })
  .refine(({ latitude, longitude }) => (latitude === undefined) === (longitude === undefined), 'both or neither')

export function bindTrailRoutes(
  bind: BindEndpoint,
  { overview, trails }: { overview: OverviewService; trails: TrailService },
): void {
  bind(getOverview, {
    summary: 'Get the overview, which is available before login',
    auth: 'none',
    request: null,
    response: overviewSchema,
    handle: () => overview.get(),
  })

  bind(listTrails, {
    summary: 'List the trails, nearest first; the position is not stored',
    auth: 'none',
    request: null,
    response: trailListSchema,
    query: positionSchema,
    handle: ({ query: { latitude, longitude } }) =>
      trails.list(latitude === undefined || longitude === undefined ? undefined : { latitude, longitude }),
  })
}
