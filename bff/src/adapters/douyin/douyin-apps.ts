import type { Config } from '../../config/config.ts'
import { createFlights, type FlightDeps } from '../upstream/flights.ts'
import { nothingButLogin, type PlatformApps } from '../upstream/platform-apps.ts'
import { createUpstream } from '../upstream/upstream.ts'
import { createAskDouyin } from './ask.ts'
import { createDouyinIdentityProvider } from './douyin-identity-provider.ts'
import { createDouyinSecretCheck } from './douyin-secret-check.ts'

export function createDouyinApps({ douyin }: Pick<Config, 'douyin'>, deps: FlightDeps): PlatformApps {
  const upstream = createUpstream(douyin.apiUrl)
  const ask = createAskDouyin(upstream, createFlights(deps))
  const identityProvider = createDouyinIdentityProvider(ask, deps.log)
  const secretCheck = createDouyinSecretCheck(ask, deps.log)
  return {
    providers: { tt: { ...nothingButLogin, identityProvider, secretCheck } },
    close: () => upstream.close(),
  }
}
