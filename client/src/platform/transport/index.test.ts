import Taro from '@tarojs/taro'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { NetworkError } from '../../api/api-error'
import { transport } from './index'

const request = vi.mocked(Taro.request)
const uploadFile = vi.mocked(Taro.uploadFile)
const get = { method: 'GET', url: 'https://bff.test/v1/overview', headers: { A: 'b' }, timeoutMs: 10_000 } as const

const resolves = (answer: object) => request.mockResolvedValueOnce(answer as never)
const rejects = (failure: object) => request.mockRejectedValueOnce(failure)

afterEach(() => {
  vi.clearAllMocks()
})

describe('a request of a mini program', () => {
  it('is handed to the platform', async () => {
    resolves({ statusCode: 200, header: {}, data: {} })
    await transport.request(get)
    expect(request.mock.calls[0]?.[0]).toMatchObject({
      url: get.url,
      method: 'GET',
      header: { A: 'b' },
      timeout: 10_000,
    })
  })

  it('that patches is a POST with an override where PATCH cannot be sent', async () => {
    resolves({ statusCode: 200, header: {}, data: {} })
    await transport.request({ ...get, method: 'PATCH', body: { nickname: null } })
    expect(request.mock.calls[0]?.[0]).toMatchObject({
      method: 'POST',
      header: { A: 'b', 'X-HTTP-Method-Override': 'PATCH' },
      data: { nickname: null },
    })
  })
})

describe('an answer', () => {
  it('is taken whatever its status, with header names in lower case', async () => {
    resolves({ statusCode: 429, header: { 'Retry-After': 7 }, data: { code: 'rate_limit.exceeded' } })
    await expect(transport.request(get)).resolves.toEqual({
      status: 429,
      headers: { 'retry-after': '7' },
      body: { code: 'rate_limit.exceeded' },
    })
  })

  it('that Alipay calls a failure is an answer all the same', async () => {
    rejects({ error: 19, status: 401, headers: {}, data: '{"code":"session.expired"}' })
    await expect(transport.request(get)).resolves.toEqual({
      status: 401,
      headers: {},
      body: { code: 'session.expired' },
    })
  })

  it('that is no JSON stays text', async () => {
    resolves({ statusCode: 502, header: {}, data: '<html>' })
    await expect(transport.request(get)).resolves.toMatchObject({ status: 502, body: '<html>' })
  })

  it('to an upload is text on every platform', async () => {
    uploadFile.mockResolvedValueOnce({ statusCode: 200, data: '{"userId":"u1"}' } as never)
    const upload = { url: '/v1/userinfo/avatar', headers: {}, field: 'avatar', filePath: 'wxfile://a', timeoutMs: 1 }
    await expect(transport.upload(upload)).resolves.toEqual({ status: 200, headers: {}, body: { userId: 'u1' } })
    expect(uploadFile.mock.calls[0]?.[0]).toMatchObject({ name: 'avatar', filePath: 'wxfile://a', timeout: 1 })
  })
})

describe('no answer', () => {
  it.each([
    [{ errMsg: 'request:fail timeout' }, 'timeout'],
    [{ errMsg: 'request:fail time out' }, 'timeout'],
    [{ error: 13, errorMessage: '请求超时 timeout' }, 'timeout'],
    [Object.assign(new Error('The user aborted a request.'), { name: 'AbortError' }), 'timeout'],
    [{ errMsg: 'request:fail errcode:-2 cronet_error_code:-2 error_msg:net::ERR_FAILED' }, 'network'],
    [{ error: 12, errorMessage: 'network error', status: 0 }, 'network'],
    [new TypeError('Failed to fetch'), 'network'],
  ] as const)('as in %j is a NetworkError: %s', async (failure, reason) => {
    rejects(failure)
    const error = await transport.request(get).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(NetworkError)
    expect(error).toMatchObject({ reason })
  })
})
