import type { Config } from '../../config/config.ts'
import type { PushSettings } from '../../domain/registered-app.ts'
import type { AccessTokenStore } from '../../ports/access-token-store.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Log } from '../../ports/log.ts'
import type { Metrics } from '../../ports/metrics.ts'
import type { Store } from '../../ports/store.ts'
import { createFlights } from '../upstream/flights.ts'
import { nothingButLogin, type PlatformApps } from '../upstream/platform-apps.ts'
import { createUpstream } from '../upstream/upstream.ts'
import { createAccessTokens } from './access-token.ts'
import { createAskWeChat } from './ask.ts'
import { createCodeExchange } from './code-exchange.ts'
import { createFetchStableToken } from './stable-token.ts'
import { createCallWithToken } from './token-calls.ts'
import { createWeChatContentCheck } from './wechat-content-check.ts'
import { createH5IdentityProvider, createWeappIdentityProvider } from './wechat-identity-providers.ts'
import { wechatPayloadReader } from './wechat-payload-reader.ts'
import { createWeChatPhoneProvider } from './wechat-phone-provider.ts'
import { createWeChatPushChannel } from './wechat-push-channel.ts'
import { createWeChatSecretCheck } from './wechat-secret-check.ts'
import { createWeChatSessionKeyProvider } from './wechat-session-key-provider.ts'

/** The providers for WeChat. */
export function createWeChatApps(
  { wechat }: Pick<Config, 'wechat'>,
  deps: {
    store: Store
    accessTokens: AccessTokenStore
    keyring: Readonly<Record<'platform-token', Buffer>>
    metrics: Metrics
    clock: Clock
    log: Log
  },
): PlatformApps {
  const { keyring, log } = deps
  const upstream = createUpstream(wechat.apiUrl)
  const ask = createAskWeChat(upstream, createFlights(deps))
  const exchange = createCodeExchange(ask, log)
  const tokens = createAccessTokens({
    ...deps,
    key: keyring['platform-token'],
    fetchToken: createFetchStableToken(ask, log),
  })
  const call = createCallWithToken({ ask, tokens, log })
  // https://developers.weixin.qq.com/doc/offiaccount/Basic_Information/getStableAccessToken.html: the same for both.
  const secretCheck = createWeChatSecretCheck(ask, log)
  const weapp = {
    identityProvider: createWeappIdentityProvider(exchange),
    phoneProvider: createWeChatPhoneProvider(call, log),
    payloadReader: wechatPayloadReader,
    sessionKeyProvider: createWeChatSessionKeyProvider(call, log),
    contentCheck: createWeChatContentCheck(call, log),
    openPushChannel: (appId: string, settings: PushSettings) => createWeChatPushChannel(appId, settings, log),
    secretCheck,
  }
  const h5 = { ...nothingButLogin, identityProvider: createH5IdentityProvider(exchange), secretCheck }
  return {
    providers: { weapp, h5 },
    close: () => upstream.close(),
  }
}
