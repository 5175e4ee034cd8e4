import { expect, it } from 'vitest'
import type { PushReceipt } from '../../src/ports/push-receipt-store.ts'
import type { Unit } from '../../src/ports/unit.ts'
import { forEachStorage } from '../support/for-each-storage.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 10, 1, 0, minute))
const receipt = (changes: Partial<PushReceipt> = {}): PushReceipt => ({
  appId: 'wx1',
  nonceHash: 'n1',
  messageHash: 'm1',
  receivedAt: at(1),
  ...changes,
})

forEachStorage('PushReceiptStore', (stores) => {
  const run = <T>(unit: () => Unit<T>) => stores().store.write(unit)
  const insert = (changes?: Partial<PushReceipt>) => run(() => stores().pushReceipts.insert(receipt(changes)))
  const isSettled = (messageHash: string, appId = 'wx1') =>
    run(() => stores().pushReceipts.isSettled({ appId, messageHash }))

  it('gives a nonce to the first of any number of callers, per app', async () => {
    const taken = await Promise.all([insert(), insert({ messageHash: 'm2' }), insert()])
    expect(taken.filter(Boolean)).toHaveLength(1)
    expect(await insert({ appId: 'wx2' })).toBe(true)
    expect(await run(() => stores().pushReceipts.find('wx1', 'n1'))).toMatchObject({ nonceHash: 'n1' })
    expect(await run(() => stores().pushReceipts.find('wx1', 'n9'))).toBeUndefined()
  })

  it('knows a message that is dealt with under any nonce, of its app alone', async () => {
    await insert()
    expect(await isSettled('m1')).toBe(false)
    for (const _ of [1, 2]) await run(() => stores().pushReceipts.settle({ appId: 'wx1', messageHash: 'm1' }))
    await insert({ nonceHash: 'n2' })
    expect(await isSettled('m1')).toBe(true)
    expect(await isSettled('m1', 'wx2')).toBe(false)
    expect(await isSettled('m2')).toBe(false)
  })

  it('forgets what is old', async () => {
    await insert()
    await insert({ nonceHash: 'n2', receivedAt: at(3) })
    await run(() => stores().pushReceipts.removeOlderThan(at(2)))
    expect(await run(() => stores().pushReceipts.find('wx1', 'n1'))).toBeUndefined()
    expect(await insert({ nonceHash: 'n2' })).toBe(false)
  })
})
