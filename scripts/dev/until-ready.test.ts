import { describe, expect, it } from 'vitest'
import { NotReady } from './first-login.ts'
import { untilReady } from './until-ready.ts'

const attempts =
  (...outcomes: (string | Error)[]) =>
  async () => {
    const outcome = outcomes.length > 1 ? outcomes.shift() : outcomes[0]
    if (outcome instanceof Error) throw outcome
    return outcome
  }
const options = { signal: new AbortController().signal, quietMs: 0, timeoutMs: 60_000 }

describe('untilReady', () => {
  it('says once what is wrong and goes on until it works', async () => {
    const said: string[] = []
    const attempt = attempts(new NotReady('no BFF'), new NotReady('no BFF'), '小林')
    expect(await untilReady(attempt, { ...options, say: (line) => said.push(line) })).toBe('小林')
    expect(said).toEqual(['not ready yet: no BFF'])
  })

  it('is silent while the parts start', async () => {
    const attempt = attempts(new NotReady('no BFF'), '小林')
    const say = () => expect.unreachable()
    expect(await untilReady(attempt, { ...options, quietMs: 60_000, say })).toBe('小林')
  })

  it('gives up in the end, with the words', async () => {
    const attempt = attempts(new NotReady('no BFF'))
    await expect(untilReady(attempt, { ...options, timeoutMs: 0, say: () => {} })).rejects.toThrow('no BFF')
  })

  it('does not hide a fault of its own', async () => {
    await expect(untilReady(attempts(new TypeError('a bug')), { ...options, say: () => {} })).rejects.toThrow('a bug')
  })
})
