import { describe, expect, it } from 'vitest'
import { answersAt } from '../lib/answers-at.ts'
import { type Part, startPart } from './part.ts'

function start(script: string): { part: Part; said: string[]; saidLine(): Promise<string> } {
  const said: string[] = []
  let hear: (line: string) => void = () => {}
  const first = new Promise<string>((resolve) => {
    hear = resolve
  })
  const say = (line: string) => {
    said.push(line)
    hear(line)
  }
  const shown = (line: string) => (line.startsWith('debug') ? undefined : line)
  const part = startPart({ name: 'part-of-a-test', args: ['-e', script], env: {}, patienceMs: 5000, shown }, say)
  return { part, said, saidLine: () => first }
}

describe('startPart', () => {
  it('shows what matters and remembers the rest', async () => {
    const { part, said } = start("console.log('debug: loaded'); console.log('ready'); process.exitCode = 3")
    expect(await part.exited).toBe(3)
    expect(said).toEqual(['ready'])
    expect(part.lastLines()).toEqual(['debug: loaded', 'ready'])
  })

  it('ends the processes that its process started', async () => {
    const { part, saidLine } = start(`
      const { spawn } = require('node:child_process')
      const grandchild = \`
        const server = require('node:net').createServer().listen(0, '127.0.0.1', () => console.log(server.address().port))
      \`
      spawn(process.execPath, ['-e', grandchild], { stdio: 'inherit' })
      setInterval(() => {}, 1000)
    `)
    const port = Number(await saidLine())
    expect(await answersAt('127.0.0.1', port)).toBe(true)
    await part.stop()
    await expect.poll(() => answersAt('127.0.0.1', port)).toBe(false)
  })
})
