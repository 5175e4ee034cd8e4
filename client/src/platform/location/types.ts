export interface Position {
  /** Degrees, GCJ-02. */
  latitude: number
  longitude: number
}

export type Located =
  /** `fuzzy` may be off by a kilometre or more. */
  | ({ kind: 'precise' | 'fuzzy' } & Position)
  /** The person said no. */
  | { kind: 'denied' }
  /** The person has not agreed to the platform's gate, this time. */
  | { kind: 'unagreed' }
  /** The phone does not know, or nobody answered in time. */
  | { kind: 'unavailable' }

export interface Positioning {
  /** Where the phone is; the platform may ask the person. Never throws, and gives up in the end. */
  locate(): Promise<Located>
  /** Whether `locate` would ask nobody. Never throws. */
  isGranted(): Promise<boolean>
  /** Where a refusal is taken back; resolves when the person returns. A browser cannot open its settings. */
  openSettings?: () => Promise<void>
}
