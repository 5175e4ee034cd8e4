import type { EncryptedPayload, UserInfo } from '@trailpass/shared'
import type { Caller } from '../domain/session.ts'
import type { PayloadService } from './payload-service.ts'
import type { PhoneService } from './phone-service.ts'
import type { UserPresenter } from './user-presenter.ts'

export interface SealedPhoneService {
  /** Stores the number that an old client's phone button encrypted. Throws as `PayloadService.settle` does. */
  bind(caller: Caller, request: EncryptedPayload): Promise<UserInfo>
}

export function createSealedPhoneService(deps: {
  payloadService: PayloadService
  phones: Pick<PhoneService, 'keep'>
  present: UserPresenter
}): SealedPhoneService {
  const { payloadService, phones, present } = deps

  return {
    bind: (caller, { keyEpoch, ...payload }) =>
      payloadService.settle(
        caller,
        {
          operation: 'phone',
          payload,
          keyEpoch,
          read: (reader, about, sealed, key) => reader.readPhone(about, sealed, key),
        },
        async (number) =>
          function* () {
            yield* phones.keep(caller.personId, number)
            return yield* present(caller.personId)
          },
      ),
  }
}
