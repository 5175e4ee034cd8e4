import { encodeBase64Url } from '../../lib/base64url'
import { randomIdBytes } from './types'

/**
 * For phones without a cryptographic random source. The ids are not credentials by themselves: a nonce only prevents
 * others from reusing a code they have intercepted, and they cannot read the state of the engine's generator.
 */
export const weakId = (): string =>
  encodeBase64Url(Uint8Array.from({ length: randomIdBytes }, () => Math.floor(Math.random() * 256)))
