import type { Config } from '../../config/config.ts'
import type { AppDirectory, RegisteredApp } from '../../ports/app-directory.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Log } from '../../ports/log.ts'
import { createAccessTokens } from './access-token.ts'
import { createCodeExchange } from './code-exchange.ts'
import { createUpstream } from './upstream.ts'
import { createH5IdentityProvider, createWeappIdentityProvider } from './wechat-identity-providers.ts'
import { createWeChatPhoneProvider } from './wechat-phone-provider.ts'

/** The configured apps, each with what speaks to WeChat for it. */
export function createWeChatApps(
  { wechat, apps: configured }: Pick<Config, 'wechat' | 'apps'>,
  clock: Clock,
  log: Log,
): { apps: AppDirectory; close(): Promise<void> } {
  const upstream = createUpstream(wechat.apiUrl)
  const exchange = createCodeExchange(log)
  const weapp = {
    identityProvider: createWeappIdentityProvider(upstream, exchange),
    phoneProvider: createWeChatPhoneProvider(upstream, createAccessTokens(upstream, clock), log),
  }
  const h5 = { identityProvider: createH5IdentityProvider(upstream, exchange), phoneProvider: null }
  const byKey = new Map<string, RegisteredApp>(
    configured.map((app) => [`${app.platform}:${app.appId}`, { app, ...(app.platform === 'h5' ? h5 : weapp) }]),
  )
  return { apps: { find: (platform, appId) => byKey.get(`${platform}:${appId}`) }, close: () => upstream.close() }
}
