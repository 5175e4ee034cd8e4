/**
 * Behaviour that the platforms do not document, or that is too strict for tests. Every value can be changed at run
 * time.
 */
export interface Settings {
  /** `wx.login` keeps a session_key younger than this. WeChat says that such a period exists, not how long it is. */
  sessionKeyMinimumMs: number
  /** A session_key unused for this long expires. WeChat does not document the duration; use extends it. */
  sessionKeyIdleMs: number
  /** Exchanges per person and minute before 45011; 0 is no limit. WeChat's figure is 100. */
  loginsPerMinute: number
  /** How long a picture's verdict takes; 0 waits for `POST /_sim/media-checks/<trace>`. WeChat's figure is 30 minutes at most. */
  mediaVerdictMs: number
  /** 1: Alipay names people by `open_id`, as for apps of today. 0: by `user_id`, as for older ones. */
  alipayOpenId: number
}

export const defaultSettings: Readonly<Settings> = {
  sessionKeyMinimumMs: 10 * 60_000,
  sessionKeyIdleMs: 3 * 24 * 3_600_000,
  loginsPerMinute: 0,
  mediaVerdictMs: 1000,
  alipayOpenId: 1,
}
