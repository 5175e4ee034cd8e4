import { expect, it } from 'vitest'
import type { AuditEvent } from '../../src/domain/audit.ts'
import type { Unit } from '../../src/ports/unit.ts'
import { forEachStorage } from '../support/for-each-storage.ts'

const event = (id: string, second: number, detail: string | null = null): AuditEvent => ({
  id,
  at: new Date(Date.UTC(2026, 10, 1) + second * 1000),
  actor: 'operator:lin',
  action: 'secret.rotate',
  target: 'app:weapp:wx1',
  detail,
})

forEachStorage('AuditStore', (stores) => {
  const append = (added: AuditEvent) => stores().store.write(() => stores().audit.append(added))
  const list = (limit = 10) => stores().store.read(() => stores().audit.list({ limit }))
  const execute = (sql: string) =>
    stores().store.write(function* (): Unit<void> {
      yield { sql, parameters: [] }
    })

  it('lists what was done, the newest first', async () => {
    expect(await list()).toEqual([])
    await append(event('a', 1))
    await append(event('c', 3, 'fingerprint 0123'))
    await append(event('b', 2))
    expect(await list()).toEqual([event('c', 3, 'fingerprint 0123'), event('b', 2), event('a', 1)])
    expect(await list(1)).toEqual([event('c', 3, 'fingerprint 0123')])
  })

  it('lists those of one action', async () => {
    await append(event('a', 1))
    await append({ ...event('b', 2), action: 'user.erase' })
    await append({ ...event('c', 3), action: 'user.erase' })
    const listed = await stores().store.read(() => stores().audit.list({ limit: 1, action: 'user.erase' }))
    expect(listed.map(({ id }) => id)).toEqual(['c'])
    expect(await stores().store.read(() => stores().audit.list({ limit: 5, action: 'keys.rotate' }))).toEqual([])
  })

  it.each([
    `update audit_event set actor = 'nobody'`,
    'delete from audit_event',
    `delete from audit_event where id = 'a'`,
  ])('only grows: the database itself refuses %s', async (sql) => {
    await append(event('a', 1))
    await expect(execute(sql)).rejects.toThrow('the audit only grows')
    expect(await list()).toEqual([event('a', 1)])
  })
})
