import { expect, it } from 'vitest'
import { expectProblem } from '../support/expect-problem.ts'
import type { Stack } from '../support/stack.ts'
import { withStack } from '../support/with-stack.ts'

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const jpeg = Buffer.concat([Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'), Buffer.alloc(64)])
const webp = Buffer.concat([Buffer.from('RIFF\x1a\0\0\0WEBPVP8L', 'latin1'), Buffer.alloc(64)])
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
const gif = Buffer.from('GIF89a\x01\0\x01\0\0\0\0;', 'latin1')

async function becomeMember(stack: Stack): Promise<string> {
  const { token } = await stack.signIn()
  await stack.register(token)
  return token
}

function upload({ api }: Stack, token: string, bytes: Buffer, { field = 'avatar', type = 'image/png' } = {}) {
  const body = new FormData()
  body.set(field, new Blob([new Uint8Array(bytes)], { type }), 'face.png')
  return api<{ avatarUrl: string }>('POST', '/v1/userinfo/avatar', { token, body })
}

it.each([
  ['image/png', png],
  ['image/jpeg', jpeg],
  ['image/webp', webp],
])('keeps and serves %s, named by its content and typed by it', (type, bytes) =>
  withStack(async (stack) => {
    const token = await becomeMember(stack)
    const { status, body } = await upload(stack, token, bytes, { type: 'text/html' })
    expect(status).toBe(200)
    const served = await fetch(`${stack.url}${body.avatarUrl}`)
    expect(Buffer.from(await served.arrayBuffer())).toEqual(bytes)
    expect(served.headers.get('content-type')).toBe(type)
    expect(served.headers.get('x-content-type-options')).toBe('nosniff')
    expect((await stack.userInfo(token)).body.avatarUrl).toBe(body.avatarUrl)
  }),
)

it('refuses what is no such image, whatever it says of itself', () =>
  withStack(async (stack) => {
    const token = await becomeMember(stack)
    for (const bytes of [svg, gif, Buffer.from('<html>'), Buffer.alloc(0)]) {
      expectProblem(await upload(stack, token, bytes), 415, 'request.unsupported_media_type')
    }
    expectProblem(await upload(stack, token, png, { field: 'face' }), 400, 'request.invalid')
    const json = await stack.api('POST', '/v1/userinfo/avatar', { token, body: { avatar: 'x' } })
    expectProblem(json, 415, 'request.unsupported_media_type')
    expect((await stack.userInfo(token)).body.avatarUrl).toBeNull()
  }))

it('takes 1 MB and not a byte more', () =>
  withStack(async (stack) => {
    const token = await becomeMember(stack)
    const padded = (length: number) => Buffer.concat([png, Buffer.alloc(length - png.length)])
    expect((await upload(stack, token, padded(1_048_576))).status).toBe(200)
    expectProblem(await upload(stack, token, padded(1_048_577)), 413, 'request.too_large')
  }))
