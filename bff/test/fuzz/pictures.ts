import type { FuzzRequest } from './request.ts'

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const boundary = 'a-boundary-of-forms'

/** A form with a picture of one pixel, as a browser writes it. */
export function tinyPng(): Partial<FuzzRequest> {
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="avatar"; filename="face.png"\r\ncontent-type: image/png\r\n\r\n`
  const raw = Buffer.concat([Buffer.from(head), png, Buffer.from(`\r\n--${boundary}--\r\n`)])
  return { raw, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } }
}
