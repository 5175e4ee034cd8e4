/**
 * The subject of an invalidation: a token hash, or a person id, which stands for all of the person's sessions and for
 * their view of their own account.
 */
export type SessionSubject = string

export interface SessionListener {
  /** Another process has changed or ended these. */
  onChanged(subjects: readonly SessionSubject[]): void
  /** From now on changes may be missed, until `isHeard` is true again. */
  onLost(): void
}

/** Broadcasts invalidations of sessions between the processes of one installation. */
export interface SessionBroadcast {
  /** Resolves once it is sent, or cannot be sent within a fraction of a second. Never rejects. */
  publish(subjects: readonly SessionSubject[]): Promise<void>
  /** While false, the caches must not be used. */
  isHeard(): boolean
  /** Replaces the listener. */
  listen(listener: SessionListener): void
}

/** For a process that owns its store: all changes are its own. */
export const toOneself: SessionBroadcast = { publish: async () => {}, isHeard: () => true, listen: () => {} }
