import Taro from '@tarojs/taro'
import { NetworkError } from '../../api/api-error'
import type { Transport, TransportResponse } from '../../api/transport'

/** What the platforms' request calls resolve or reject with. Alipay rejects an HTTP failure, with its `status`. */
interface PlatformAnswer {
  statusCode?: number
  status?: number
  header?: Record<string, unknown>
  headers?: Record<string, unknown>
  data?: unknown
  errMsg?: string
  errorMessage?: string
  name?: string
}

export const transport: Transport = {
  request({ method, url, headers, body, timeoutMs }) {
    // No mini program can send PATCH; the BFF reads the override.
    const overrides = method === 'PATCH'
    return settle(
      Taro.request({
        url,
        method: overrides ? 'POST' : method,
        header: overrides ? { ...headers, 'X-HTTP-Method-Override': method } : headers,
        data: body,
        timeout: timeoutMs,
      }),
    )
  },

  upload({ url, headers, field, filePath, timeoutMs }) {
    // Alipay wants to know the kind of file.
    const kind = process.env.TARO_ENV === 'alipay' && { fileType: 'image' }
    return settle(Taro.uploadFile({ url, header: headers, name: field, filePath, timeout: timeoutMs, ...kind }))
  },
}

async function settle(pending: PromiseLike<object>): Promise<TransportResponse> {
  try {
    return toResponse((await pending) as PlatformAnswer)
  } catch (failure) {
    const answer = failure as PlatformAnswer
    if (typeof answer.status === 'number' && answer.status >= 400) return toResponse(answer)
    const words = `${answer.name} ${answer.errMsg} ${answer.errorMessage}`
    throw new NetworkError(/time.?out|abort/i.test(words) ? 'timeout' : 'network', { cause: failure })
  }
}

function toResponse({ statusCode, status = 0, header, headers, data }: PlatformAnswer): TransportResponse {
  return {
    status: statusCode ?? status,
    headers: lowerCased(header ?? headers ?? {}),
    body: typeof data === 'string' ? parseJson(data) : data,
  }
}

function lowerCased(headers: Record<string, unknown>): Record<string, string> {
  const result: Record<string, string> = {}
  for (const name of Object.keys(headers)) result[name.toLowerCase()] = String(headers[name])
  return result
}

// Uploads answer text on every platform, and Alipay hands back the text of a failure.
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
