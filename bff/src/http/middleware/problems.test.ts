import { type ErrorCode, errorCodes } from '@trailpass/shared'
import Koa from 'koa'
import { expect, it } from 'vitest'
import { createApi } from '../../../test/support/api.ts'
import { AppError } from '../../domain/app-error.ts'
import { problems } from './problems.ts'
import { requestId } from './request-id.ts'

const log = { info() {}, warn() {}, error() {} }

it('answers every code with its status, and says when to come back where that helps', async () => {
  const codes = Object.keys(errorCodes) as ErrorCode[]
  const app = new Koa()
  app.use(requestId).use(problems(log))
  app.use((ctx) => {
    throw new AppError(codes.find((code) => ctx.path === `/${code}`) ?? 'internal')
  })
  const server = app.listen(0)
  try {
    const { port } = server.address() as { port: number }
    const api = createApi(() => `http://127.0.0.1:${port}`)
    for (const code of codes) {
      const { status, headers, body } = await api('GET', `/${code}`)
      expect({ status, body }).toMatchObject({ status: errorCodes[code].status, body: { code } })
      const waits = status === 429 || status === 503
      expect({ code, retryAfter: headers.get('retry-after') }).toEqual({ code, retryAfter: waits ? '5' : null })
    }
  } finally {
    server.close()
  }
})
