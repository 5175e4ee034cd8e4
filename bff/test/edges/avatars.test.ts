import sharp from 'sharp'
import { expect, it } from 'vitest'
import { expectProblem } from '../support/expect-problem.ts'
import type { Stack } from '../support/stack.ts'
import { withStack } from '../support/with-stack.ts'

const canary = 'CANARY-31.2304N-121.4737E'
const picture = (width = 8, height = 8) =>
  sharp({ create: { width, height, channels: 3, background: { r: 20, g: 128, b: 78 } } })
const png = await picture().png().toBuffer()
const jpeg = await picture().jpeg().toBuffer()
const webp = await picture().webp().toBuffer()
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

async function serve({ url }: Stack, avatarUrl: string) {
  const served = await fetch(`${url}${avatarUrl}`)
  return { headers: served.headers, bytes: Buffer.from(await served.arrayBuffer()) }
}

it.each([
  ['PNG', png],
  ['JPEG', jpeg],
  ['WebP', webp],
])('draws %s anew and serves it as JPEG, whatever was said of it', (_format, bytes) =>
  withStack(async (stack) => {
    const token = await becomeMember(stack)
    const { status, body } = await upload(stack, token, bytes, { type: 'text/html' })
    expect(status).toBe(200)
    const served = await serve(stack, body.avatarUrl)
    expect(served.headers.get('content-type')).toBe('image/jpeg')
    expect(served.headers.get('x-content-type-options')).toBe('nosniff')
    // One who is erased does not live on in a cache that is shared, nor for long on a phone.
    expect(served.headers.get('cache-control')).toBe('private, max-age=86400, immutable')
    expect(await sharp(served.bytes).metadata()).toMatchObject({ format: 'jpeg', width: 8, height: 8 })
    expect((await stack.userInfo(token)).body.avatarUrl).toBe(body.avatarUrl)
  }),
)

it('keeps nothing of a photo but what it shows: no place, no camera, no more than 512 pixels, the right way up', () =>
  withStack(async (stack) => {
    const exif = { IFD0: { Make: canary }, IFD3: { GPSMapDatum: canary } }
    const lying = picture(1200, 600).withMetadata({ orientation: 6, exif })
    const photo = await lying.withXmp(`<x:xmpmeta>${canary}</x:xmpmeta>`).jpeg().toBuffer()
    expect(photo.includes(canary)).toBe(true)
    const token = await becomeMember(stack)
    const { bytes } = await serve(stack, (await upload(stack, token, photo)).body.avatarUrl)
    expect(bytes.includes(canary)).toBe(false)
    const { exif: kept, xmp, width, height } = await sharp(bytes).metadata()
    expect([kept, xmp]).toEqual([undefined, undefined])
    expect([width, height]).toEqual([256, 512])
  }))

it('refuses a picture that unfolds to more than a camera takes, before unfolding it', () =>
  withStack(async (stack) => {
    const token = await becomeMember(stack)
    const bomb = await picture(5001, 5001).png({ compressionLevel: 9 }).toBuffer()
    expect(bomb.length).toBeLessThan(1_048_576)
    expectProblem(await upload(stack, token, bomb), 413, 'request.too_large')
  }))

it('draws a few at a time, and tells the others to come back', () =>
  withStack(async (stack) => {
    const token = await becomeMember(stack)
    const slow = await picture(4000, 4000).png().toBuffer()
    const answers = await Promise.all(Array.from({ length: 24 }, () => upload(stack, token, slow)))
    const refused = answers.filter(({ status }) => status !== 200)
    expect(refused.length).toBeGreaterThan(0)
    expect(refused.length).toBeLessThan(answers.length)
    for (const answer of refused) {
      expectProblem(answer, 429, 'rate_limit.exceeded')
      expect(answer.headers.get('retry-after')).toBe('5')
    }
    expect((await upload(stack, token, png)).status).toBe(200)
  }))

it('refuses what is no such image, or not a whole one, whatever it says of itself', () =>
  withStack(async (stack) => {
    const token = await becomeMember(stack)
    const half = jpeg.subarray(0, Math.floor(jpeg.length / 2))
    for (const bytes of [svg, gif, Buffer.from('<html>'), Buffer.alloc(0), half, png.subarray(0, 60)]) {
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
