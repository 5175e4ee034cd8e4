import { Readable } from 'node:stream'
import * as fc from 'fast-check'
import type { Context } from 'koa'
import { describe, expect, it } from 'vitest'
import { AppError } from '../domain/app-error.ts'
import { readImageUpload } from './read-upload.ts'

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const boundary = 'xyz'
const maxBytes = 4096

const part = (head: string, content: Uint8Array) =>
  Buffer.concat([Buffer.from(`--${boundary}\r\n${head}\r\n\r\n`), content, Buffer.from('\r\n')])
const file = (name: string, content: Uint8Array) =>
  part(`content-disposition: form-data; name="${name}"; filename="a.png"`, content)
const end = Buffer.from(`--${boundary}--\r\n`)

/** What is made of a body that arrives in pieces of so many bytes. */
function read(body: Buffer, type = `multipart/form-data; boundary=${boundary}`, pieceBytes = body.length || 1) {
  const pieces = Array.from({ length: Math.ceil(body.length / pieceBytes) }, (_, at) =>
    body.subarray(at * pieceBytes, (at + 1) * pieceBytes),
  )
  const req = Object.assign(Readable.from(pieces, { objectMode: false }), { headers: { 'content-type': type } })
  const is = (wanted: string) => type.startsWith(wanted)
  return readImageUpload({ req, is } as unknown as Context, { field: 'avatar', maxBytes })
}

const refusals = ['request.invalid', 'request.too_large', 'request.unsupported_media_type']
const isReadOrRefused = (reading: Promise<Buffer>) =>
  reading.then(
    (bytes) => bytes.includes(png.subarray(0, 8)),
    (error) => error instanceof AppError && refusals.includes(error.code),
  )

const picture = fc.uint8Array({ maxLength: maxBytes - png.length }).map((tail) => Buffer.concat([png, tail]))
const whole = picture.map((bytes) => Buffer.concat([file('avatar', bytes), end]))

it('reads a picture whatever lies around it and in whatever pieces it comes', () =>
  fc.assert(
    fc.asyncProperty(picture, fc.string(), fc.integer({ min: 1, max: 600 }), async (bytes, other, pieceBytes) => {
      const field = part('content-disposition: form-data; name="other"', Buffer.from(other))
      const body = Buffer.concat([field, file('avatar', bytes), end])
      expect(bytes.equals(await read(body, undefined, pieceBytes))).toBe(true)
    }),
  ))

it('refuses one byte more than is allowed', async () => {
  const most = Buffer.concat([png, Buffer.alloc(maxBytes - png.length)])
  expect(await read(Buffer.concat([file('avatar', most), end]))).toHaveLength(maxBytes)
  const more = Buffer.concat([most, Buffer.alloc(1)])
  await expect(read(Buffer.concat([file('avatar', more), end]))).rejects.toMatchObject({ code: 'request.too_large' })
})

describe('a form is read or refused, and nothing else happens,', () => {
  it('wherever it is cut off', () =>
    fc.assert(
      fc.asyncProperty(whole, fc.nat(), fc.integer({ min: 1, max: 600 }), (body, at, pieceBytes) =>
        isReadOrRefused(read(body.subarray(0, at % body.length), undefined, pieceBytes)),
      ),
    ))

  it('whichever of its bytes is another', () =>
    fc.assert(
      fc.asyncProperty(whole, fc.nat(), fc.nat(255), (body, at, byte) => {
        // Most of what matters lies before the picture.
        body[at % Math.min(body.length, 200)] = byte
        return isReadOrRefused(read(body))
      }),
    ))

  it('of whatever parts it is made', () => {
    const parts = fc.constantFrom(
      '--xyz',
      '--xyz--',
      '\r\n',
      '\r\n\r\n',
      'content-disposition: form-data',
      '; name=avatar',
      'x',
    )
    return fc.assert(
      fc.asyncProperty(fc.array(parts, { maxLength: 30 }), (texts) =>
        isReadOrRefused(read(Buffer.from(texts.join('')))),
      ),
    )
  })

  it('whatever its type says', () =>
    fc.assert(
      fc.asyncProperty(whole, fc.string(), (body, text) => isReadOrRefused(read(body, `multipart/form-data${text}`))),
    ))
})
