import { encodeBase64Url } from '../../lib/base64url'
import { randomIdBytes } from './types'

/**
 * For phones without a cryptographic source. The ids are no credentials by themselves: a nonce only keeps others from
 * asking again with a code they have overheard, and the engine's seeded generator is not theirs to read.
 */
export const weakId = (): string =>
  encodeBase64Url(Uint8Array.from({ length: randomIdBytes }, () => Math.floor(Math.random() * 256)))
