import type { PrivacyGate } from './types'

export type Decision = { event: 'exposureAuthorization' | 'disagree' } | { event: 'agree'; buttonId: string }
type Decide = (decision: Decision) => void

/** WeChat's own functions; the three that ask it something reject for a no. */
export interface PrivacyPlatform {
  onNeed(listener: (decide: Decide) => void): void
  needsAgreement(): Promise<boolean>
  require(): Promise<void>
  openContract(): Promise<void>
}

export function createPrivacyGate(platform: PrivacyPlatform): PrivacyGate {
  const listeners = new Set<() => void>()
  let waiting: Decide[] = []
  let hasRefused = false

  function decide(decision: Decision) {
    const decided = waiting
    waiting = []
    for (const answer of decided) answer(decision)
    for (const listener of listeners) listener()
  }

  const ensure = () => succeeds(platform.require())

  platform.onNeed((answer) => {
    waiting.push(answer)
    answer({ event: 'exposureAuthorization' })
    for (const listener of listeners) listener()
  })

  return {
    isAsking: () => waiting.length > 0,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    agree: (buttonId) => decide({ event: 'agree', buttonId }),
    refuse() {
      if (waiting.length === 0) return
      hasRefused = true
      decide({ event: 'disagree' })
    },
    isAgreed: () =>
      platform.needsAgreement().then(
        (needs) => !needs,
        () => false,
      ),
    ensure,
    offer() {
      if (!hasRefused) void ensure()
    },
    openContract: () => succeeds(platform.openContract()),
  }
}

const succeeds = (call: Promise<void>) =>
  call.then(
    () => true,
    () => false,
  )
