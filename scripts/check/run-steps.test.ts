import { describe, expect, it } from 'vitest'
import { runSteps } from './run-steps.ts'
import type { Step } from './step.ts'

const step = (name: string, ...faults: string[]): Step => ({ name, run: async () => faults })

describe('runSteps', () => {
  it('runs what follows a failed step and names the failed ones', async () => {
    const steps = [step('first', 'a is wrong'), step('second'), step('third', 'b is wrong')]
    const said: string[] = []
    const failed = await runSteps(steps, { atOnce: 1, say: (line) => said.push(line) })
    expect(failed).toEqual(['first', 'third'])
    expect(said.join('\n')).toMatch(
      /FAILED first[\s\S]+a is wrong[\s\S]+ok {4,} second[\s\S]+FAILED third[\s\S]+b is wrong/,
    )
  })

  it('counts a step that throws as failed', async () => {
    const broken: Step = { name: 'broken', run: () => Promise.reject(new Error('no such tool')) }
    const said: string[] = []
    expect(await runSteps([broken, step('next')], { atOnce: 2, say: (line) => said.push(line) })).toEqual(['broken'])
    expect(said.join('\n')).toContain('no such tool')
  })
})
