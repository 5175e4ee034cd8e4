import { createCounter, createGauge } from '../../lib/metric.ts'

/** Process metrics under their standard names. */
export function renderProcessMetrics(): string {
  const { rss, heapUsed } = process.memoryUsage()
  const { user, system } = process.cpuUsage()
  const cpu = createCounter({ name: 'process_cpu_seconds_total', help: 'CPU time used.' })
  cpu.add((user + system) / 1e6)
  const gauges: [string, string, number][] = [
    ['process_resident_memory_bytes', 'Memory held.', rss],
    ['nodejs_heap_size_used_bytes', 'JavaScript objects alive, and those not collected yet.', heapUsed],
    ['process_start_time_seconds', 'When the process began, in Unix time.', Date.now() / 1000 - process.uptime()],
  ]
  const shown = gauges.map(([name, help, value]) => {
    const gauge = createGauge({ name, help })
    gauge.set(value)
    return gauge
  })
  return [cpu, ...shown].map((metric) => metric.render()).join('\n')
}
