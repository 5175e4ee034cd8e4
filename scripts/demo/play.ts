import { startStack } from '../../e2e/support/stack.ts'
import { ensureBuilt } from '../build/ensure-built.ts'
import { playStolenCode } from './code-chapters.ts'
import { playBackOnline, playColdStart, playFirstStart, playRegistration } from './mini-program-chapters.ts'
import { playRide, playScan } from './ride-chapters.ts'
import type { Transcript } from './transcript.ts'

/** The main journey, on the built mini program, the built BFF and the simulated WeChat. Throws at the first fault. */
export async function play(transcript: Transcript): Promise<void> {
  transcript.say('Trailpass 步道通: the journey of Alice, from her first visit to her return')
  for (const target of ['bff', 'weapp'] as const) await ensureBuilt(target, {}, transcript.say)
  const stack = await startStack({ LOG_LEVEL: 'warn' })
  try {
    transcript.say(`WeChat (simulated) ${stack.simulatorUrl} · BFF ${stack.bff.url}`)
    const scene = { stack, transcript }
    const first = await playFirstStart(scene)
    await playBackOnline(scene, first)
    await playScan(scene, first.phone)
    await playRegistration(scene, first.phone)
    await playRide(scene, first.phone)
    await playColdStart(scene, first)
    await playStolenCode(scene)
  } finally {
    await stack.stop()
  }
}
