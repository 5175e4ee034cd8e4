import type { Answer } from './api.ts'

export interface LoadReport {
  calls: number
  /** How often each status was answered; `0` for calls without an answer. */
  statuses: Record<number, number>
  slowestMs: number
}

/** Calls on and on, so many at a time, until it is stopped. */
export function startLoad(atOnce: number, call: (turn: number) => Promise<Answer>): { stop(): Promise<LoadReport> } {
  const report: LoadReport = { calls: 0, statuses: {}, slowestMs: 0 }
  let isStopped = false
  async function work(): Promise<void> {
    while (!isStopped) {
      const startedAt = performance.now()
      const status = await call(report.calls++).then(
        (answer) => answer.status,
        () => 0,
      )
      report.statuses[status] = (report.statuses[status] ?? 0) + 1
      report.slowestMs = Math.max(report.slowestMs, performance.now() - startedAt)
    }
  }
  const working = Promise.all(Array.from({ length: atOnce }, work))
  return {
    async stop() {
      isStopped = true
      await working
      return report
    },
  }
}
