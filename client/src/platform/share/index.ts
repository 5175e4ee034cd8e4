import type { Sharing } from './types'

export const sharing: Sharing = {}
