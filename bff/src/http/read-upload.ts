import busboy from 'busboy'
import { fileTypeFromBuffer } from 'file-type'
import type { Context } from 'koa'
import { AppError } from '../domain/app-error.ts'

const imageTypes = new Set(['image/jpeg', 'image/png', 'image/webp'])

/**
 * Reads the single image of a multipart request. Its type is detected from the content, not from what the caller
 * declares. Throws `request.invalid`, `request.too_large`, `request.unsupported_media_type`.
 */
export async function readImageUpload(
  ctx: Context,
  { field, maxBytes }: { field: string; maxBytes: number },
): Promise<Buffer> {
  if (!ctx.is('multipart/form-data')) throw new AppError('request.unsupported_media_type')
  const bytes = await readFile(ctx, field, maxBytes)
  const type = await fileTypeFromBuffer(bytes)
  if (!type || !imageTypes.has(type.mime)) throw new AppError('request.unsupported_media_type')
  return bytes
}

function readFile(ctx: Context, field: string, maxBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const invalid = (detail: string, cause?: unknown) => new AppError('request.invalid', { detail, cause })
    let form: busboy.Busboy
    try {
      // busboy reports the limit when it is reached, so it is set one byte above the allowed size.
      const limits = { files: 1, fields: 8, parts: 10, fileSize: maxBytes + 1 }
      form = busboy({ headers: ctx.req.headers, limits })
    } catch (cause) {
      return reject(invalid('the form cannot be read', cause))
    }
    const fail = (error: AppError) => {
      ctx.req.unpipe(form)
      ctx.req.resume()
      reject(error)
    }
    let found: Buffer | undefined
    form.on('file', (name, stream) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      // A form that ends inside a file also ends the stream with an error, which would end the process if unhandled.
      stream.on('error', (cause) => fail(invalid('the form cannot be read', cause)))
      stream.on('limit', () => fail(new AppError('request.too_large')))
      stream.on('end', () => {
        if (name === field) found = Buffer.concat(chunks)
      })
    })
    form.on('close', () => (found ? resolve(found) : fail(invalid(`the form has no file named ${field}`))))
    form.on('error', (cause) => fail(invalid('the form cannot be read', cause)))
    ctx.req.on('aborted', () => fail(invalid('the upload was cut off')))
    ctx.req.pipe(form)
  })
}
