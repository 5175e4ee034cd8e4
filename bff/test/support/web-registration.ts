import type { RegistrationTicket, UserInfo, WebRegistration } from '@trailpass/shared'
import type { Answer } from './api.ts'
import { agreedVersions, randomId } from './journeys.ts'
import { h5Origin, type Stack } from './stack.ts'

export interface WebVisit {
  answer: Answer<WebRegistration>
  /** `name=value`, as the browser sends it. */
  cookie: string
  attributes: string[]
}

/** What the web page does that a mini program opens. */
export function createWebRegistration({ api }: Pick<Stack, 'api'>) {
  const createTicket = (token: string) => api<RegistrationTicket>('POST', '/v1/registration/tickets', { token })

  async function redeem(ticket: string, headers: Record<string, string> = {}): Promise<WebVisit> {
    const answer = await api<WebRegistration>('POST', '/v1/registration/tickets/redeem', {
      body: { ticket },
      headers: { origin: h5Origin, 'Trailpass-Session': 'registration', ...headers },
    })
    const [cookie = '', ...attributes] = (answer.headers.getSetCookie()[0] ?? '').split('; ')
    return { answer, cookie, attributes: attributes.map((attribute) => attribute.toLowerCase()) }
  }

  const asPage = (cookie: string) => ({ cookie, origin: h5Origin, 'Trailpass-Session': 'registration' })
  return {
    createTicket,
    redeem,
    asPage,
    /** The ticket of a fresh address. */
    ticketFor: async (token: string) => readTicket((await createTicket(token)).body.url),
    register: (cookie: string, nickname: string) =>
      api<UserInfo>('POST', '/v1/registration', {
        body: { nickname, agreements: agreedVersions },
        headers: asPage(cookie),
      }),
  }
}

export function readTicket(url: string): string {
  const ticket = new URLSearchParams(new URL(url).hash.split('?')[1]).get('ticket')
  if (ticket === null) throw new Error(`${url} holds no ticket`)
  return ticket
}

/** A ticket as a server makes it, of no server. */
export const inventedTicket = () => randomId() + randomId().slice(0, 11)
