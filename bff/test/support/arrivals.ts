import { Agent, request } from 'node:http'

export interface ArrivalReport {
  /** Answered in full, by status. */
  statuses: Record<number, number>
  /** Got no answer, or half of one. */
  dropped: number
}

const stepMs = 10
const readinessMs = 100
/** More wait at the balancer. */
const mostUnderWay = 200

/**
 * Requests that arrive at a rate, whatever becomes of those before, over connections that are kept, from a balancer that
 * asks ten times a second whether the process is ready, and sends nothing once it is not.
 */
export function startArrivals(origin: string, path: string, perSecond: number): { stop(): Promise<ArrivalReport> } {
  const agent = new Agent({ keepAlive: true })
  const report: ArrivalReport = { statuses: {}, dropped: 0 }
  const underWay = new Set<Promise<void>>()
  const startedAt = performance.now()
  let sent = 0

  const ask = () =>
    new Promise<void>((resolve) => {
      const call = request(`${origin}${path}`, { agent }, (response) => {
        response.resume()
        response.once('error', () => {})
        response.once('close', () => {
          const { statusCode = 0, complete } = response
          if (complete) report.statuses[statusCode] = (report.statuses[statusCode] ?? 0) + 1
          else report.dropped++
          resolve()
        })
      })
      call.once('error', () => {
        report.dropped++
        resolve()
      })
      call.end()
    })

  const timer = setInterval(() => {
    const due = Math.floor(((performance.now() - startedAt) * perSecond) / 1000)
    for (; sent < due && underWay.size < mostUnderWay; sent++) {
      const asked = ask().finally(() => underWay.delete(asked))
      underWay.add(asked)
    }
  }, stepMs)
  const readiness = setInterval(async () => {
    const { status } = await fetch(`${origin}/readyz`).catch(() => ({ status: 0 }))
    if (status !== 200) clearInterval(timer)
  }, readinessMs)
  return {
    async stop() {
      clearInterval(timer)
      clearInterval(readiness)
      await Promise.all(underWay)
      agent.destroy()
      return report
    },
  }
}
