import type { ErrorCode } from '@trailpass/shared'
import type { ClientFault } from '../lib/fault'

/** What a form itself finds, before anything is sent. */
type FormFault = 'avatar.too_large' | 'phone.refused'

/** Every failure has words: a code without them does not compile. `other` speaks for codes of a newer server. */
export type FaultWords = Record<ErrorCode | ClientFault | FormFault | 'other', string>
