/** WeChat's privacy gate: a person who has not agreed yet is asked at the first use of personal data, on any page. */
export interface PrivacyGate {
  /** Whether a prompt is pending. */
  isAsking(): boolean
  /** Subscribes to changes of `isAsking`; returns the unsubscribe function. */
  subscribe(listener: () => void): () => void
  /** Continues everything that is waiting. WeChat requires a press of its own button, identified by its id. */
  agree(buttonId: string): void
  /** Fails everything that is waiting; the next use asks again. Does nothing if nothing is waiting. */
  refuse(): void
  /** Whether no prompt would be shown. Never throws. */
  isAgreed(): Promise<boolean>
  /** Prompts if needed, and resolves to whether the person agrees. Never throws. */
  ensure(): Promise<boolean>
  /** Like `ensure`, but does not prompt again after a refusal in this visit. */
  offer(): void
  /** Opens the operator's privacy declaration. Resolves to whether it opened. */
  openContract(): Promise<boolean>
}
