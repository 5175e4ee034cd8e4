import { Readable } from 'node:stream'
import { setTimeout as delay } from 'node:timers/promises'

const hugeBytes = 100 * 1024 * 1024

/** One endless-looking JSON string of 100 MB, produced as fast as the reader takes it. */
export function hugeBody(): Readable {
  const chunk = Buffer.alloc(64 * 1024, 'a')
  return Readable.from(
    (function* () {
      yield Buffer.from('{"openid":"')
      for (let sent = 0; sent < hugeBytes; sent += chunk.length) yield chunk
      yield Buffer.from('"}')
    })(),
  )
}

/** A login's answer, one byte a second, whatever was asked. */
export function tricklingBody(): Readable {
  return Readable.from(
    (async function* () {
      for (const character of JSON.stringify({ session_key: 'AAAAAAAAAAAAAAAAAAAAAA==', openid: 'otrickle' })) {
        yield Buffer.from(character)
        await delay(1000, undefined, { ref: false })
      }
    })(),
  )
}
