import { randomBytes } from 'node:crypto'
import { cookieSessionMode, type LoginRequest, type LoginResponse, sessionModeHeader } from '@trailpass/shared'
import type { Addresses } from './addresses.ts'

/** What does not work yet, in words. */
export class NotReady extends Error {
  override name = 'NotReady'
}

/** Signs in as a person would, through every part that runs. Resolves to the name that the home page greets. */
export async function firstLogin({ simulator, bff, h5 }: Addresses, appId: string, user: string): Promise<string> {
  await ask('the BFF', `${bff}/readyz`)
  await loadPage(h5)
  await ask('H5', `${h5}/v1/overview`, { headers: { [sessionModeHeader]: cookieSessionMode } })

  const { code } = read<{ code: string }>(await ask('the simulator', `${simulator}/_sim/login`, post({ appId, user })))
  const login: LoginRequest = {
    platform: 'weapp',
    appId,
    code,
    nonce: randomBytes(24).toString('base64url'),
    deviceId: 'trailpass-dev-first-login',
  }
  const { token, degraded } = read<LoginResponse>(await ask('the BFF', `${bff}/v1/session`, post(login)))
  if (degraded) throw new NotReady('the BFF got no usable answer from the simulator')

  const headers = { Authorization: `Bearer ${token}` }
  return read<LoginResponse['user']>(await ask('the BFF', `${bff}/v1/userinfo`, { headers })).displayName
}

/** The page with its scripts: a development server answers any other address with the page itself. */
async function loadPage(h5: string): Promise<void> {
  const page = await ask('H5', h5)
  const sources = [...page.matchAll(/<script[^>]+src="([^"]+)"/g)].map(([, source = '']) => new URL(source, h5).href)
  if (sources.length === 0) throw new NotReady(`the page at ${h5} has no scripts`)
  for (const source of sources) {
    const script = await ask('H5', source)
    if (script.startsWith('<')) throw new NotReady(`${source} is no script`)
  }
}

function post(body: object): RequestInit {
  return { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }
}

async function ask(who: string, url: string, request: RequestInit = {}): Promise<string> {
  try {
    const response = await fetch(url, { ...request, signal: AbortSignal.timeout(10_000) })
    const text = await response.text()
    if (response.ok) return text
    throw new NotReady(`${who} answers ${response.status} at ${url}: ${text.slice(0, 300)}`)
  } catch (error) {
    if (error instanceof NotReady) throw error
    const { cause, message } = error as Error
    throw new NotReady(`${who} does not answer at ${url} (${(cause as NodeJS.ErrnoException)?.code ?? message})`)
  }
}

function read<Answer>(text: string): Answer {
  try {
    return JSON.parse(text) as Answer
  } catch {
    throw new NotReady(`this should have been JSON: ${text.slice(0, 300)}`)
  }
}
