import { alipayKeys, defaultApps } from '@trailpass/simulator'
import { packageBin } from '../lib/package-bin.ts'
import { inRepository } from '../lib/repository.ts'
import type { Addresses } from './addresses.ts'
import type { PartOptions } from './part.ts'
import { devPush } from './register-push.ts'
import { shownOfLog } from './shown-of-log.ts'

/** The BFF from its sources, begun again whenever they change. */
export function serverPart(addresses: Addresses): PartOptions {
  return {
    name: 'bff',
    args: [packageBin('tsx'), 'watch', '--clear-screen=false', inRepository('bff', 'src', 'main.ts')],
    env: serverVariables(addresses),
    patienceMs: 10_000,
    shown: shownOfLog,
  }
}

export function serverVariables({ simulator, bff, h5 }: Addresses): NodeJS.ProcessEnv {
  const { hostname, port } = new URL(bff)
  // The simulator of this very process knows them.
  const { app, alipay } = alipayKeys()
  return {
    NODE_ENV: 'development',
    HOST: hostname,
    PORT: port,
    DATA_DIR: inRepository('.data'),
    // What the shell holds for another server is not for this one: a database, and the key its store was made with.
    DATABASE_URL: '',
    MASTER_KEY: '',
    MASTER_KEY_FILE: '',
    MASTER_KEY_NEXT: '',
    MASTER_KEY_NEXT_FILE: '',
    OPERATOR_TOKEN: '',
    WECHAT_API_URL: simulator,
    WECHAT_OAUTH_URL: simulator,
    WEAPP_APP_ID: defaultApps.weapp.appId,
    WEAPP_APP_SECRET: defaultApps.weapp.secret,
    WEAPP_PUSH_TOKEN: devPush.token,
    WEAPP_PUSH_AES_KEY: devPush.aesKey,
    PUBLIC_URL: bff,
    H5_APP_ID: defaultApps.h5.appId,
    H5_APP_SECRET: defaultApps.h5.secret,
    ALIPAY_API_URL: simulator,
    ALIPAY_APP_ID: defaultApps.alipay.appId,
    ALIPAY_PRIVATE_KEY: app.privateKey,
    ALIPAY_PUBLIC_KEY: alipay.publicKey,
    DOUYIN_API_URL: simulator,
    DOUYIN_APP_ID: defaultApps.douyin.appId,
    DOUYIN_APP_SECRET: defaultApps.douyin.secret,
    PUBLIC_H5_URL: h5,
  }
}
