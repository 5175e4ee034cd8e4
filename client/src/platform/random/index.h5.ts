import { encodeBase64Url } from '../../lib/base64url'
import { type RandomId, randomIdBytes } from './types'

export const randomId: RandomId = async () => encodeBase64Url(crypto.getRandomValues(new Uint8Array(randomIdBytes)))
