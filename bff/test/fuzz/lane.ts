import type { Dispatcher } from 'undici'
import type { BikeYard } from '../support/bike-yard.ts'
import type { Stack } from '../support/stack.ts'
import type { CheckAnswer } from './answer-check.ts'
import { type Caller, createCast } from './cast.ts'
import type { Plan } from './plan.ts'
import { recipes } from './recipes.ts'
import { type FuzzRequest, type Received, type Sent, send, writeRequest } from './request.ts'
import { createSecrets } from './secrets.ts'

/** What ends whoever asks for it; the next request is somebody else's. */
const ends = new Set(['deleteSession', 'deleteUserInfo', 'withdrawConsent', 'register'])
/** An account that is locked, or a session that is over. */
const spent = new Set([401, 429])

export interface Lane {
  play(plan: Plan): Promise<{ status: number; fault?: string }>
}

/** People who make one request after the other, and share no account with any other lane. */
export function createLane(
  deps: { stack: Stack; yard: BikeYard; dispatcher: Dispatcher; check: CheckAnswer },
  lane: number,
): Lane {
  const { stack, yard, dispatcher, check } = deps
  const secrets = createSecrets()
  const cast = createCast(stack, yard, lane, secrets)

  async function makeRequest(plan: Plan, caller: Caller): Promise<FuzzRequest> {
    const { operation, body, query, dice, isCooked, mutations } = plan
    const { method, path } = operation
    const ids = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, `${dice[0]}`])
    const headers = body === undefined ? {} : { 'content-type': 'application/json' }
    const plain: FuzzRequest = {
      method,
      path,
      ids: Object.fromEntries(ids),
      query: Object.entries(query).map(([name, value]) => [name, String(value)]),
      headers,
      body,
    }
    let thrown = 0
    const pick = <T>(choices: readonly T[]) => choices[(dice[thrown++ % dice.length] ?? 0) % choices.length] as T
    const cooked = isCooked ? await recipes[operation.operationId]?.(plain, { stack, yard, cast, caller, pick }) : {}
    const made = { ...plain, ...cooked }
    const asCaller = { ...made, headers: { ...made.headers, ...caller.headers, ...cooked?.headers } }
    return mutations.reduce((request, mutate) => mutate(request), asCaller)
  }

  function learn({ operationId }: Plan['operation'], caller: Caller, { text }: Received): void {
    const body = text === '' ? {} : JSON.parse(text)
    const { rides } = caller.known
    if (operationId === 'startRide' && !rides.includes(body.id)) rides.push(body.id)
    if (operationId === 'createTicket') secrets.hide(String(body.url).slice(-43), 'ticket')
    if (rides.length > 5) rides.shift()
  }

  return {
    async play(plan) {
      const { operation } = plan
      const caller = await cast.get(plan.kind)
      const sent = writeRequest(await makeRequest(plan, caller), stack.clock.now())
      const show = (fault: string, answer?: Received) =>
        secrets.mask(describe(sent, operation.operationId, plan.kind, fault, answer))
      let answer: Received
      try {
        answer = await send(dispatcher, stack.url, sent)
      } catch (error) {
        return { status: 0, fault: show(`no answer (${error})`) }
      }
      const { status } = answer
      const isOver = ends.has(operation.operationId) && status < 300
      if (isOver || spent.has(status)) cast.retire(caller)
      else if (status < 300) learn(operation, caller, answer)
      const fault = check(operation, methodOf(sent), answer)
      return fault === undefined ? { status } : { status, fault: show(fault, answer) }
    },
  }
}

/** A mini program’s POST may say that it is a PATCH. */
const methodOf = ({ method, headers }: Sent) =>
  method === 'POST' && headers['x-http-method-override']?.toUpperCase() === 'PATCH' ? 'PATCH' : method

function describe(
  { method, address, headers, bytes }: Sent,
  id: string,
  kind: string,
  fault: string,
  answer?: Received,
) {
  const shown = { headers, ...(bytes && { body: bytes.toString('latin1').slice(0, 600) }) }
  const answered = answer && ` → ${answer.status} ${answer.text.slice(0, 300)}`
  return `${id} by a ${kind}: ${fault}\n  ${method} ${address.slice(0, 300)} ${JSON.stringify(shown)}${answered ?? ''}`
}
