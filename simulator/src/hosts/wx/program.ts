import type { Calls } from '../calls.ts'
import type { Lifecycle } from '../lifecycle.ts'
import { canIUse, currentBaseLibrary } from './base-library.ts'

const silent = () => undefined
const log = { debug: silent, log: silent, info: silent, warn: silent, error: silent, setFilterMsg: silent }

/** What a mini program can ask about itself. */
export function createProgramApi(calls: Calls, lifecycle: Lifecycle, appId: string, baseLibrary = currentBaseLibrary) {
  const { synchronous } = calls
  return {
    env: { USER_DATA_PATH: 'wxfile://usr' },
    getAccountInfoSync: synchronous('getAccountInfoSync', () => ({
      miniProgram: { appId, envVersion: 'develop', version: '' },
    })),
    getLaunchOptionsSync: synchronous('getLaunchOptionsSync', lifecycle.launchOptions),
    getEnterOptionsSync: synchronous('getEnterOptionsSync', lifecycle.enterOptions),
    getUpdateManager: synchronous('getUpdateManager', () => ({
      onCheckForUpdate: (listener: (answer: { hasUpdate: boolean }) => void) => listener({ hasUpdate: false }),
      onUpdateReady: silent,
      onUpdateFailed: silent,
      applyUpdate: silent,
    })),
    canIUse: synchronous('canIUse', (schema: string) => canIUse(baseLibrary, schema)),
    nextTick: (callback: () => void) => queueMicrotask(callback),
    getLogManager: () => log,
    getRealtimeLogManager: () => log,
  }
}
