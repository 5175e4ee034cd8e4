import type { RandomId } from './types'
import { weakId } from './weak-id'

// `my` has no cryptographic source, and neither has the thread that pages run on.
export const randomId: RandomId = async () => weakId()
