export const entryKinds = ['direct', 'scan', 'share'] as const
export type EntryKind = (typeof entryKinds)[number]

/** How a person arrived, read from the launch options of each platform. */
export interface Entry {
  kind: EntryKind
  /** Changes what is shown, never what is allowed. */
  skipType?: string
  /** The code printed on a bike, at most 32 legal scene characters. */
  deviceCode?: string
}
