import { defaultApps } from '@trailpass/simulator'
import { createTaroReader } from '../build/taro-output.ts'
import { packageBin } from '../lib/package-bin.ts'
import { inRepository } from '../lib/repository.ts'
import type { Addresses } from './addresses.ts'
import type { PartOptions } from './part.ts'

/** The client, built by Taro for development and again whenever its sources change. */
export function clientPart(target: 'h5' | 'weapp', addresses: Addresses): PartOptions {
  const readLine = createTaroReader()
  return {
    name: target,
    args: [
      packageBin('@tarojs/cli', 'taro', 'client'),
      'build',
      '--type',
      target,
      '--watch',
      '--disable-global-config',
    ],
    cwd: inRepository('client'),
    env: { NODE_ENV: 'development', ...(target === 'h5' ? h5Variables(addresses) : weappVariables(addresses)) },
    // The H5 server would wait for every open browser, and a build cut short harms nothing.
    patienceMs: 300,
    shown: (line) => readLine(line)?.text,
  }
}

function h5Variables({ simulator, bff, h5 }: Addresses): NodeJS.ProcessEnv {
  return {
    H5_PORT: new URL(h5).port,
    TARO_APP_PROXY_TARGET: bff,
    TARO_APP_API_URL: '',
    TARO_APP_WECHAT_OAUTH_URL: simulator,
    TARO_APP_H5_APP_ID: defaultApps.h5.appId,
  }
}

function weappVariables({ simulator, bff }: Addresses): NodeJS.ProcessEnv {
  return {
    TARO_APP_API_URL: bff,
    TARO_APP_SIMULATOR_URL: simulator,
    TARO_APP_SIMULATOR_APP_ID: defaultApps.weapp.appId,
  }
}
