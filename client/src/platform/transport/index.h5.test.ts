import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { NetworkError } from '../../api/api-error'
import { transport } from './index.h5'

const fetching = vi.fn<typeof fetch>()
const get = { method: 'GET', url: '/v1/overview', headers: { A: 'b' }, timeoutMs: 10_000 } as const

beforeEach(() => vi.stubGlobal('fetch', fetching))
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
  fetching.mockReset()
})

const thrownBy = (pending: Promise<unknown>) => pending.catch((error: unknown) => error)

describe('a request of a browser', () => {
  it('patches as it says, with its cookie and JSON', async () => {
    fetching.mockResolvedValueOnce(new Response('{}'))
    await transport.request({ ...get, method: 'PATCH', body: { nickname: null } })
    expect(fetching.mock.calls[0]).toMatchObject([
      '/v1/overview',
      {
        method: 'PATCH',
        credentials: 'same-origin',
        headers: { A: 'b', 'Content-Type': 'application/json' },
        body: '{"nickname":null}',
      },
    ])
  })

  it('takes any status for an answer, and what is no JSON as text', async () => {
    fetching.mockResolvedValueOnce(new Response('<html>', { status: 502, headers: { 'Retry-After': '7' } }))
    const answer = await transport.request(get)
    expect(answer).toMatchObject({ status: 502, body: '<html>' })
    expect(answer.headers['retry-after']).toBe('7')
  })

  it('sends a picked file under the name of its field', async () => {
    fetching.mockResolvedValueOnce(new Response('picture')).mockResolvedValueOnce(new Response('{"userId":"u1"}'))
    const upload = { url: '/v1/userinfo/avatar', headers: {}, field: 'avatar', filePath: 'blob:1', timeoutMs: 1000 }
    expect((await transport.upload(upload)).body).toEqual({ userId: 'u1' })
    const form = fetching.mock.calls[1]?.[1]?.body as FormData
    expect(await (form.get('avatar') as File).text()).toBe('picture')
  })

  it('with a file that cannot be read is a NetworkError', async () => {
    fetching.mockRejectedValueOnce(new TypeError('Failed to fetch'))
    const upload = { url: '/v1/userinfo/avatar', headers: {}, field: 'avatar', filePath: 'blob:gone', timeoutMs: 1000 }
    const error = await thrownBy(transport.upload(upload))
    expect(error).toBeInstanceOf(NetworkError)
    expect(error).toMatchObject({ reason: 'network' })
    expect(fetching).toHaveBeenCalledOnce()
  })

  it('that reaches nobody is a NetworkError', async () => {
    fetching.mockRejectedValueOnce(new TypeError('Failed to fetch'))
    const error = await thrownBy(transport.request(get))
    expect(error).toBeInstanceOf(NetworkError)
    expect(error).toMatchObject({ reason: 'network' })
  })

  it('gives up in time, and ends what it began', async () => {
    vi.useFakeTimers()
    fetching.mockReturnValueOnce(new Promise(() => {}))
    const failed = thrownBy(transport.request(get))
    await vi.advanceTimersByTimeAsync(10_000)
    expect(await failed).toMatchObject({ reason: 'timeout' })
    expect(fetching.mock.calls[0]?.[1]?.signal?.aborted).toBe(true)
  })
})
