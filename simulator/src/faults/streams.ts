import { Readable } from 'node:stream'
import { setTimeout as delay } from 'node:timers/promises'

const hugeBytes = 100 * 1024 * 1024

/** A JSON string of 100 MB, produced as fast as it is read. */
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

/** A login response, one byte per second, whatever was requested. */
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
