import { createHash } from 'node:crypto'

/** What WeChat signs a push with: `sha1` of the token and the other parts, sorted and joined. */
export const signPush = (...parts: string[]): Buffer => createHash('sha1').update(parts.toSorted().join('')).digest()
