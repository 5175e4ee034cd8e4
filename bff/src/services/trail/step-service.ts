import type { EncryptedPayload, SportSummary } from '@trailpass/shared'
import type { Caller } from '../../domain/session.ts'
import type { StepStore } from '../../ports/trail/step-store.ts'
import type { PayloadService } from '../payload-service.ts'
import type { SportService } from './sport-service.ts'

export interface StepService {
  /**
   * Imports the steps counted by the caller's platform; returns the last 31 days. Throws as `PayloadService.settle`
   * does.
   */
  update(caller: Caller, request: EncryptedPayload): Promise<SportSummary>
}

export function createStepService(deps: {
  steps: StepStore
  payloadService: PayloadService
  sport: Pick<SportService, 'summaryOf'>
}): StepService {
  const { steps, payloadService, sport } = deps

  return {
    update: (caller, { keyEpoch, ...payload }) =>
      payloadService.settle(
        caller,
        {
          operation: 'steps',
          payload,
          keyEpoch,
          read: (reader, about, sealed, key) => reader.readSteps(about, sealed, key),
        },
        async (days) =>
          function* () {
            for (const day of days) yield* steps.upsert(caller.personId, day)
            return yield* sport.summaryOf(caller.personId, '31d')
          },
      ),
  }
}
