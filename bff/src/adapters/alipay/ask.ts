import type { KeyObject } from 'node:crypto'
import type { App } from '../../domain/registered-app.ts'
import type { Secret } from '../../domain/secret.ts'
import { readRsaPrivateKey } from '../../lib/rsa-keys.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Log } from '../../ports/log.ts'
import { flightDeadline } from '../upstream/flight-deadline.ts'
import { BusyError, type Flights } from '../upstream/flights.ts'
import { tryEachSecret } from '../upstream/try-each-secret.ts'
import { parseObject, type Upstream, UpstreamError } from '../upstream/upstream.ts'
import { isSigned, signParameters, sliceNode } from './signature.ts'
import { busyCode, invalidSignature, type Refusal, readRefusal } from './sub-codes.ts'

export type AlipayAnswer =
  | { fields: Record<string, unknown> }
  /** `wasBusy`: an earlier attempt got a busy response, and may have been processed anyway. */
  | { refusal: Refusal; wasBusy: boolean }

/** Calls Alipay, with retries while it is busy. Throws UpstreamError, also for a response that Alipay did not sign. */
export type AskAlipay = (app: App, method: string, parameters: Record<string, string>) => Promise<AlipayAnswer>

const chinaOffsetMs = 8 * 3_600_000

export function createAskAlipay(deps: {
  upstream: Upstream
  flights: Flights
  clock: Clock
  /** Alipay's public key, which verifies its responses. */
  publicKey: KeyObject
  log: Log
}): AskAlipay {
  const { upstream, flights, clock, publicKey, log } = deps
  const privateKeyOf = rememberPrivateKeys()

  /** As in Alipay's SDKs: common parameters go into the query, the call's own into the form. */
  function signRequest(appId: string, secret: Secret, method: string, form: Record<string, string>) {
    // The time is in China's time zone, whatever the server's.
    const timestamp = new Date(clock.now().getTime() + chinaOffsetMs).toISOString().slice(0, 19).replace('T', ' ')
    const common = {
      app_id: appId,
      method,
      format: 'JSON',
      charset: 'utf-8',
      sign_type: 'RSA2',
      version: '1.0',
      timestamp,
    }
    return { query: { ...common, sign: signParameters({ ...common, ...form }, privateKeyOf(secret)) }, form }
  }

  function read(text: string, node: string, appId: string): { fields: Record<string, unknown> } | { refusal: Refusal } {
    const { sign, error_response: error } = parseObject(text)
    if (typeof error === 'object' && error !== null) {
      // Some errors of the gateway are unsigned. Forging one gains nothing, as long as it is treated as an error.
      const refusal = readRefusal(error as Record<string, unknown>)
      if (!refusal) throw new UpstreamError('unexpected fields')
      return { refusal }
    }
    const content = sliceNode(text, node)
    if (content === undefined || typeof sign !== 'string') throw new UpstreamError('unexpected fields')
    if (!isSigned(content, sign, publicKey)) {
      log.error({ event: 'operator.attention', appId }, 'ALIPAY_PUBLIC_KEY does not verify the signature of Alipay')
      throw new UpstreamError('not signed by Alipay')
    }
    const fields = parseObject(content)
    const refusal = readRefusal(fields)
    return refusal ? { refusal } : { fields }
  }

  function askWith(
    secret: Secret,
    appId: string,
    method: string,
    parameters: Record<string, string>,
    deadline: AbortSignal,
  ) {
    let wasBusy = false
    const askOnce = async (signal: AbortSignal): Promise<AlipayAnswer> => {
      const text = await upstream.text({
        method: 'POST',
        path: '/gateway.do',
        ...signRequest(appId, secret, method, parameters),
        signal,
      })
      const answer = read(text, `${method.replaceAll('.', '_')}_response`, appId)
      if ('fields' in answer) return answer
      if (answer.refusal.code === busyCode) {
        wasBusy = true
        throw new BusyError()
      }
      return { ...answer, wasBusy }
    }
    return flights.run(`alipay ${method}`, askOnce, deadline)
  }

  return (app, method, parameters) => {
    const deadline = flightDeadline()
    return tryEachSecret(
      app,
      (secret) => askWith(secret, app.appId, method, parameters, deadline),
      (answer) => 'refusal' in answer && answer.refusal.subCode === invalidSignature,
    )
  }
}

/** Reading a key costs more than signing with it. */
function rememberPrivateKeys(): (secret: Secret) => KeyObject {
  const known = new WeakMap<Secret, KeyObject>()
  return (secret) => {
    const key = known.get(secret) ?? readRsaPrivateKey(secret.reveal())
    if (!key) throw new UpstreamError('no usable private key')
    known.set(secret, key)
    return key
  }
}
