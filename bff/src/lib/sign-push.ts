import { createHash } from 'node:crypto'

/** WeChat's push signature: `sha1` of the token and the other parts, sorted and joined. */
export const signPush = (...parts: string[]): Buffer => createHash('sha1').update(parts.toSorted().join('')).digest()
