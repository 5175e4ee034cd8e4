import { fileURLToPath } from 'node:url'
import { type Contestant, startContestant } from '../contestants/start-contestant.ts'

const folder = new URL('../contestants/', import.meta.url)

/** A server of `contestants/`, by its path there. */
export function startPeer(name: string, path: string, env: Record<string, string> = {}): Promise<Contestant> {
  return startContestant(name, ['--import', 'tsx', fileURLToPath(new URL(path, folder))], env)
}

export const startWeChat = (latencyMs = 0): Promise<Contestant> =>
  startPeer('WeChat', 'wechat.ts', { LATENCY_MS: String(latencyMs) })

/** Stops all of them, however `use` ends. */
export async function withContestants<T>(use: (keep: (one: Contestant) => Contestant) => Promise<T>): Promise<T> {
  const kept: Contestant[] = []
  const keep = (one: Contestant) => {
    kept.push(one)
    return one
  }
  try {
    return await use(keep)
  } finally {
    for (const one of kept.reverse()) await one.stop()
  }
}
