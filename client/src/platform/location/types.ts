export interface Position {
  /** Degrees, GCJ-02. */
  latitude: number
  longitude: number
}

export type Located =
  /** `fuzzy` may be off by a kilometre or more. */
  | ({ kind: 'precise' | 'fuzzy' } & Position)
  /** The person declined. */
  | { kind: 'denied' }
  /** The person declined at the platform's privacy gate, this time. */
  | { kind: 'unagreed' }
  /** The phone has no location, or did not answer in time. */
  | { kind: 'unavailable' }

export interface Positioning {
  /** Locates the phone; the platform may prompt the person. Never throws, and times out eventually. */
  locate(): Promise<Located>
  /** Whether `locate` would not prompt. Never throws. */
  isGranted(): Promise<boolean>
  /**
   * Opens the settings where a refusal can be reversed; resolves when the person returns. A browser cannot open its
   * settings.
   */
  openSettings?: () => Promise<void>
}
