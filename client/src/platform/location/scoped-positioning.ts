import type { PrivacyGate } from '../privacy/types'
import { createScopedPermission } from '../scoped-permission'
import { permissionPatienceMs, withinPatience } from '../within-patience'
import type { Positioning } from './types'

interface ScopedPositioning {
  /** The platform's name for this permission in its settings. */
  scope: string
  kind: 'precise' | 'fuzzy'
  /** Alipay gives its degrees as text. */
  obtain(): Promise<{ latitude: number | string; longitude: number | string }>
  /** The platform's privacy gate; time spent reading its prompt does not count towards the timeout. */
  privacy?: Pick<PrivacyGate, 'ensure' | 'isAgreed'> | undefined
}

/** Positioning in a mini program. */
export function createScopedPositioning({ scope, kind, obtain, privacy }: ScopedPositioning): Positioning {
  const { isDenied, isGranted, openSettings } = createScopedPermission(scope, privacy)
  return {
    async locate() {
      if (privacy && !(await privacy.ensure())) return { kind: 'unagreed' }
      try {
        const { latitude, longitude } = await withinPatience(obtain(), permissionPatienceMs)
        return { kind, latitude: Number(latitude), longitude: Number(longitude) }
      } catch {
        return { kind: (await isDenied()) ? 'denied' : 'unavailable' }
      }
    },
    isGranted,
    openSettings,
  }
}
