/** The parts of Alipay's and Douyin's own globals that Taro does not even out. */

interface PlatformCallbacks<Answer> {
  success(answer: Answer): void
  fail(failure: unknown): void
}

declare const my: {
  getAuthCode(options: { scopes: string } & PlatformCallbacks<{ authCode?: string }>): void
  getAppIdSync(): { appId: string }
  getLocation(options: PlatformCallbacks<{ latitude: string; longitude: string }>): void
}

declare const tt: {
  login(options: { force: boolean } & PlatformCallbacks<{ code?: string }>): void
  checkSession(options: PlatformCallbacks<unknown>): void
  getLocation(options: { type: 'gcj02' } & PlatformCallbacks<{ latitude: number; longitude: number }>): void
  /** Absent before base library 2.87.0. */
  getRandomValues?(options: { length: number } & PlatformCallbacks<{ randomValues: ArrayBuffer }>): void
  getEnvInfoSync(): { microapp: { appId: string } }
}
