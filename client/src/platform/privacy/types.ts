/** WeChat's gate before what is personal: whoever has not agreed yet is asked at the first use, wherever that is. */
export interface PrivacyGate {
  /** Something waits for the person's answer. */
  isAsking(): boolean
  /** Calls back whenever `isAsking` may have changed; gives the way to stop that. */
  subscribe(listener: () => void): () => void
  /** Lets everything go on that waits. WeChat believes it only after a press of its own button, by its id. */
  agree(buttonId: string): void
  /** Fails what waits, now; the next use asks again. Does nothing when nothing waits. */
  refuse(): void
  /** Whether nothing would be asked. Never throws. */
  isAgreed(): Promise<boolean>
  /** Asks where that is needed, and resolves whether the person agrees. Never throws. */
  ensure(): Promise<boolean>
  /** As `ensure`, but leaves alone who has refused during this visit. */
  offer(): void
  /** Opens what the operator declared to WeChat. Resolves whether it opened. */
  openContract(): Promise<boolean>
}
