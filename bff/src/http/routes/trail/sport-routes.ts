import { getLeaderboard, getSportSummary, updateSteps } from '@trailpass/shared'
import {
  encryptedPayloadSchema,
  leaderboardPeriodSchema,
  leaderboardSchema,
  sportRangeSchema,
  sportSummarySchema,
} from '@trailpass/shared/schemas'
import * as z from 'zod'
import type { SportService } from '../../../services/trail/sport-service.ts'
import type { StepService } from '../../../services/trail/step-service.ts'
import type { BindEndpoint } from '../../bind-endpoint.ts'

export function bindSportRoutes(
  bind: BindEndpoint,
  { sport, steps }: { sport: SportService; steps: StepService },
): void {
  bind(getSportSummary, {
    summary: 'Get the caller’s totals and daily figures',
    auth: 'session',
    request: null,
    response: sportSummarySchema,
    query: z.strictObject({ range: sportRangeSchema }),
    handle: ({ caller, query }) => sport.summarize(caller, query.range),
  })

  bind(updateSteps, {
    summary: 'Import the last 31 days of steps, encrypted by WeRun; idempotent',
    auth: 'session',
    request: encryptedPayloadSchema,
    response: sportSummarySchema,
    problems: ['registration.required', 'session_key.stale'],
    handle: ({ caller, body }) => steps.update(caller, body),
  })

  bind(getLeaderboard, {
    summary: 'Get a trail’s ranking, with the caller’s own row',
    auth: 'session',
    request: null,
    response: leaderboardSchema,
    query: z.strictObject({ period: leaderboardPeriodSchema }),
    problems: ['request.not_found'],
    handle: ({ caller, id, query }) => sport.rank(caller, id, query.period),
  })
}
