import type { GuestSessionRequest } from '@trailpass/shared'
import { AppError } from '../domain/app-error.ts'
import type { AppDirectory } from '../ports/app-directory.ts'
import type { Store } from '../ports/store.ts'
import type { IssuedSession, SessionIssuer } from './session-issuer.ts'
import type { SettlePeople } from './settle-people.ts'
import type { TokenService } from './token-service.ts'

export interface GuestService {
  /** Creates a guest person without identity, for clients that cannot get a login code. Throws `app.unknown`. */
  create(request: GuestSessionRequest): Promise<IssuedSession>
}

export function createGuestService(deps: {
  store: Store
  apps: AppDirectory
  settlePeople: Pick<SettlePeople, 'settleGuest'>
  issuer: SessionIssuer
  tokens: TokenService
}): GuestService {
  const { store, apps, settlePeople, issuer, tokens } = deps

  return {
    async create({ platform, appId, deviceId }) {
      if (!(await apps.find(platform, appId))) throw new AppError('app.unknown')
      const device = { platform, appId, deviceHash: tokens.hashDevice(deviceId) }
      const issued = await store.write(function* () {
        const personId = yield* settlePeople.settleGuest(undefined)
        return yield* issuer.issue({ personId, device, model: null, identified: false })
      })
      return issuer.answer(issued, { keyEpoch: null, degraded: false })
    },
  }
}
