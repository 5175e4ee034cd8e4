import { Pool } from 'undici'

export interface Request {
  method?: 'GET' | 'POST'
  path: string
  headers?: Record<string, string>
  body?: object
}

export interface Answer {
  status: number
  text: string
  headers: Record<string, string | string[] | undefined>
}

/** Calls one server over a fixed number of connections. */
export interface Caller {
  call(request: Request): Promise<Answer>
  close(): Promise<void>
}

export function createCaller(url: string, connections: number): Caller {
  const pool = new Pool(url, { connections, headersTimeout: 120_000, bodyTimeout: 120_000 })
  return {
    async call({ method = 'GET', path, headers = {}, body }) {
      const answer = await pool.request({
        method,
        path,
        headers: body === undefined ? headers : { 'content-type': 'application/json', ...headers },
        body: body === undefined ? null : JSON.stringify(body),
      })
      return { status: answer.statusCode, text: await answer.body.text(), headers: answer.headers }
    },
    close: () => pool.close(),
  }
}

/** Makes `count` calls, so many of them at once. */
export async function drive(count: number, atOnce: number, call: (turn: number) => Promise<unknown>): Promise<void> {
  let next = 0
  async function work(): Promise<void> {
    while (next < count) await call(next++)
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, count) }, work))
}
