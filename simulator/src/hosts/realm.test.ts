import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { createFaults } from './faults.ts'
import { createRealm } from './realm.ts'

function createTestRealm(source: string) {
  const dist = mkdtempSync(join(tmpdir(), 'trailpass-realm-'))
  writeFileSync(join(dist, 'app.js'), source)
  const faults = createFaults()
  const said: string[] = []
  const realm = createRealm(dist, { say: (word: string) => said.push(word) }, faults)
  onTestFinished(() => {
    realm.stop()
    rmSync(dist, { recursive: true })
  })
  return { realm, faults, said, run: () => realm.load('app.js') }
}

it('forgets a timer that the program clears, and ends the others with the realm', () => {
  const { realm, run } = createTestRealm(`
    for (let count = 0; count < 3; count++) clearTimeout(setTimeout(() => {}, 60000))
    clearInterval(setInterval(() => {}, 60000))
    clearTimeout()
    setInterval(() => {}, 60000)
  `)
  run()
  const clear = vi.spyOn(globalThis, 'clearTimeout')
  onTestFinished(() => clear.mockRestore())
  realm.stop()
  expect(clear).toHaveBeenCalledTimes(1)
})

it('clears no timer but its own', async () => {
  let isCalled = false
  const foreign = setTimeout(() => {
    isCalled = true
  })
  const { run, faults, said } = createTestRealm(`
    clearTimeout(setTimeout(() => say('cleared')))
    clearTimeout(${foreign[Symbol.toPrimitive]()})
    setTimeout(() => say('kept'))
  `)
  run()
  await expect.poll(() => said).toEqual(['kept'])
  await expect.poll(() => isCalled).toBe(true)
  expect(faults.errors).toEqual([])
})
