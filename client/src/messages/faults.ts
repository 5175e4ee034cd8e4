import type { ErrorCode } from '@trailpass/shared'
import type { ClientFault } from '../lib/fault'

/** Errors that a form detects before sending. */
type FormFault = 'avatar.too_large' | 'phone.refused'

/** Every error code must have a text, or it does not compile. `other` is used for unknown codes of a newer server. */
export type FaultWords = Record<ErrorCode | ClientFault | FormFault | 'other', string>
