import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { type Findings, type Measurement, toFigure } from '../findings.ts'
import { startWeChat, withContestants } from './contestants.ts'
import { atMost } from './rows.ts'
import { startTrailpass } from './trailpass.ts'

const run = promisify(execFile)
const rounds = 9
const goal = 6

async function bareNodeMs(): Promise<number> {
  const startedAt = performance.now()
  await run(process.execPath, ['-e', '0'])
  return performance.now() - startedAt
}

/** From the shell to the line that says it is ready, with an empty store; and what it holds then. */
function measure(): Promise<Findings> {
  return withContestants(async (keep) => {
    const wechat = keep(await startWeChat())
    const bare: number[] = []
    const ours: number[] = []
    const resident: number[] = []
    for (let round = 0; round < rounds; round++) {
      bare.push(await bareNodeMs())
      const server = await startTrailpass('embedded', wechat.url)
      ours.push(server.startedInMs)
      resident.push((await server.usage()).rssBytes / 1e6)
      await server.stop()
    }
    const ratio = toFigure(ours.map((ms, round) => ms / (bare[round] ?? 0)))
    return {
      rows: [
        { name: 'start.node', unit: 'ms', ...toFigure(bare) },
        { name: 'start.trailpass', unit: 'ms', ...toFigure(ours) },
        { name: 'start.times', unit: 'times `node -e 0`', ...ratio },
        { name: 'start.memory', unit: 'MB resident', ...toFigure(resident) },
      ],
      goals: [atMost('start divided by `node -e 0`', goal, ratio.median)],
    }
  })
}

export const startMeasurement: Measurement = { name: 'start', measure }
