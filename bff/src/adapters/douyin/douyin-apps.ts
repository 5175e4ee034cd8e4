import type { Config } from '../../config/config.ts'
import type { Log } from '../../ports/log.ts'
import { createFlights } from '../upstream/flights.ts'
import { nothingButLogin, type PlatformApps } from '../upstream/platform-apps.ts'
import { createUpstream } from '../upstream/upstream.ts'
import { createAskDouyin } from './ask.ts'
import { createDouyinIdentityProvider } from './douyin-identity-provider.ts'
import { createDouyinSecretCheck } from './douyin-secret-check.ts'

export function createDouyinApps({ douyin }: Pick<Config, 'douyin'>, { log }: { log: Log }): PlatformApps {
  const upstream = createUpstream(douyin.apiUrl)
  const ask = createAskDouyin(upstream, createFlights(log))
  const identityProvider = createDouyinIdentityProvider(ask, log)
  const secretCheck = createDouyinSecretCheck(ask, log)
  return {
    providers: { tt: { ...nothingButLogin, identityProvider, secretCheck } },
    close: () => upstream.close(),
  }
}
