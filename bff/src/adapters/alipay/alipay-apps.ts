import type { Config } from '../../config/config.ts'
import { readRsaPublicKey } from '../../lib/rsa-keys.ts'
import type { Clock } from '../../ports/clock.ts'
import { createFlights, type FlightDeps } from '../upstream/flights.ts'
import { nothingButLogin, type PlatformApps } from '../upstream/platform-apps.ts'
import { createUpstream } from '../upstream/upstream.ts'
import { createAlipayIdentityProvider } from './alipay-identity-provider.ts'
import { createAlipaySecretCheck } from './alipay-secret-check.ts'
import { createAskAlipay } from './ask.ts'

/** The providers for Alipay; none without Alipay's public key, which verifies its responses. */
export function createAlipayApps(
  { alipay }: Pick<Config, 'alipay'>,
  deps: FlightDeps & { clock: Clock },
): PlatformApps {
  const { clock, log } = deps
  const publicKey = alipay.publicKey === null ? undefined : readRsaPublicKey(alipay.publicKey)
  if (!publicKey) return { providers: {}, close: async () => {} }
  const upstream = createUpstream(alipay.apiUrl)
  const ask = createAskAlipay({ upstream, flights: createFlights(deps), clock, publicKey, log })
  const identityProvider = createAlipayIdentityProvider(ask, log)
  const secretCheck = createAlipaySecretCheck(ask, log)
  return {
    providers: { alipay: { ...nothingButLogin, identityProvider, secretCheck } },
    close: () => upstream.close(),
  }
}
