import type { NetworkStyle } from '../network.ts'

// PUT and DELETE since client 10.1.82: https://docs.alipay.com/mini/api/owycmh. PATCH is not among them.
const methods = new Set(['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT'])
const errors = { timeout: 13, interrupted: 9, failed: 12 }
const httpError = 19

/** A status of 400 or above is a failure; observed: it still contains the response, with the body as text. */
export const alipayNetwork = (appId: string): NetworkStyle => ({
  methods,
  names: { headers: ['headers', 'header'], field: ['name', 'fileName'] },
  referer: `https://${appId}.hybrid.alipay-eco.com/${appId}/0.0.0/index.html`,
  answer(name, { status, headers }, data) {
    // https://opendocs.alipay.com/mini/api/kmq4hc: an upload has WeChat's shape.
    if (name === 'uploadFile') return { statusCode: status, header: headers, data }
    if (status < 400) return { status, statusCode: status, headers, header: headers, data }
    const text = typeof data === 'object' ? JSON.stringify(data) : data
    throw { error: httpError, errorMessage: 'http status error', status, headers, data: text }
  },
  failure: (_name, cut, words) => ({ error: errors[cut], errorMessage: words }),
})
