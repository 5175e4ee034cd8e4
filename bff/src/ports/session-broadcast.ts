/**
 * What a session changes by: the hash of its token, or the id of its person, which stands for all of theirs and for what
 * they see of their own account.
 */
export type SessionSubject = string

export interface SessionListener {
  /** Another process has changed or ended these. */
  onChanged(subjects: readonly SessionSubject[]): void
  /** From here on, changes go by unheard until `isHeard` says otherwise. */
  onLost(): void
}

/** Carries word of changed sessions between the processes of one installation. */
export interface SessionBroadcast {
  /** Resolves once it is told, or cannot be told in a fraction of a second. Never rejects. */
  publish(subjects: readonly SessionSubject[]): Promise<void>
  /** While false, nothing may be answered from memory. */
  isHeard(): boolean
  /** Replaces the listener. */
  listen(listener: SessionListener): void
}

/** Of a process that owns its store: whatever changes, it has changed itself. */
export const toOneself: SessionBroadcast = { publish: async () => {}, isHeard: () => true, listen: () => {} }
