import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { Secret } from '../../src/domain/secret.ts'
import { systemClock } from '../../src/ports/clock.ts'
import type { KeyringStore } from '../../src/ports/keyring-store.ts'
import { createNoteAudit } from '../../src/services/audit.ts'
import { createKeyRotation } from '../../src/services/key-rotation.ts'
import { MasterKeyError, openKeyring } from '../../src/services/keyring-service.ts'
import { createOperatorCommand, operatorEnv } from '../support/operator-command.ts'
import { storages } from '../support/storages.ts'
import { withStack } from '../support/with-stack.ts'
import { withStorage } from '../support/with-storage.ts'

const createKey = () => randomBytes(32).toString('base64')
const clock = systemClock

it.each(storages)('cut off at any statement, a rotation has done nothing, and is done by the next, on $name', (kind) =>
  withStorage(kind, async (storage) => {
    const stores = await storage.open()
    const [former, next] = [new Secret(createKey()), new Secret(createKey())]
    const open = (current: Secret, other: Secret | null = null) =>
      openKeyring({ ...stores, masterKeys: { current, next: other }, clock })
    const note = createNoteAudit({ ...stores, clock })
    const rotate = (keyring: KeyringStore, to = next) =>
      createKeyRotation({ ...stores, keyring, masterKeys: { current: former, next: null }, note }).rotate(to, 'test')
    const cutOffAfter = (count: number): KeyringStore => {
      let left = count
      const rewrap: KeyringStore['rewrap'] = (key, wrapped) => {
        if (left-- === 0) throw new Error('killed')
        return stores.keyring.rewrap(key, wrapped)
      }
      return { ...stores.keyring, rewrap }
    }

    const keys = await open(former)
    for (let count = 0; count < Object.keys(keys).length; count++) {
      await expect(rotate(cutOffAfter(count))).rejects.toThrow('killed')
      expect(await open(former)).toEqual(keys)
      await expect(open(next)).rejects.toThrow(MasterKeyError)
    }
    const both = await Promise.all([rotate(stores.keyring), rotate(stores.keyring)])
    expect(both.map((done) => done?.rewrapped ?? 0).sort()).toEqual([0, 8])
    expect(await rotate(stores.keyring)).toEqual({ rewrapped: 0, already: 8 })
    expect(await open(next)).toEqual(keys)
    expect(await open(former, next)).toEqual(keys)
    await expect(open(former)).rejects.toThrow(MasterKeyError)
    expect(await stores.store.read(() => stores.audit.list({ limit: 9 }))).toHaveLength(1)
    await stores.store.close()
  }),
)

it.each(storages)('a rotation goes on from keys under any of three master keys, and from no fourth, on $name', (kind) =>
  withStorage(kind, async (storage) => {
    const stores = await storage.open()
    const [former, left, next, fourth] = Array.from({ length: 4 }, () => new Secret(createKey())) as [
      Secret,
      Secret,
      Secret,
      Secret,
    ]
    const open = (current: Secret) => openKeyring({ ...stores, masterKeys: { current, next: null }, clock })
    const note = createNoteAudit({ ...stores, clock })
    const rotate = (current: Secret, other: Secret | null, to: Secret) =>
      createKeyRotation({ ...stores, masterKeys: { current, next: other }, note }).rotate(to, 'test')
    const keys = await open(former)
    // A rotation to `left` was begun, and another master key was chosen then.
    await rotate(former, null, left)
    await expect(rotate(former, null, next)).rejects.toThrow(MasterKeyError)
    await expect(rotate(former, fourth, next)).rejects.toThrow(MasterKeyError)
    expect(await open(left)).toEqual(keys)
    expect(await rotate(former, left, next)).toEqual({ rewrapped: 8, already: 0 })
    expect(await open(next)).toEqual(keys)
    await stores.store.close()
  }),
)

it('a key of a purpose that comes later is wrapped under the master key that the others are under', () =>
  withStack(async (stack) => {
    const { stores, keyRotation } = stack.context
    const [current, next] = [new Secret(String(stack.env.MASTER_KEY)), new Secret(createKey())]
    const keyring = {
      ...stores.keyring,
      *list() {
        return (yield* stores.keyring.list()).filter(({ purpose }) => purpose !== 'vault')
      },
    }
    await keyRotation.rotate(next, 'test')
    const inserted: string[] = []
    const insertIfAbsent: KeyringStore['insertIfAbsent'] = (key) => {
      inserted.push(key.wrapped)
      return stores.keyring.insertIfAbsent(key)
    }
    await expect(
      openKeyring({
        store: stores.store,
        keyring: { ...keyring, insertIfAbsent },
        masterKeys: { current, next },
        clock,
      }),
    ).rejects.toThrow('no key for vault')
    expect(inserted).toHaveLength(1)
    stack.env.MASTER_KEY = next.reveal()
  }))

it.each(storages)('a master key is rotated while people sign in, and nobody notices, on $name', (storage) =>
  withStack(
    async (stack) => {
      const next = createKey()
      const trailpass = createOperatorCommand(stack)
      const { token } = await stack.signIn()
      expect(await trailpass('', 'keys', 'rotate')).toMatchObject({
        exitCode: 1,
        stderr: expect.stringContaining('MASTER_KEY_NEXT is not set'),
      })
      expect(await trailpass('short', 'keys', 'rotate', '--ask')).toMatchObject({ exitCode: 1 })
      const [rotated, ...logins] = await Promise.all([
        trailpass(next, 'keys', 'rotate', '--ask'),
        ...Array.from({ length: 20 }, () => stack.signIn()),
      ])
      expect(rotated).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/^8 keys rewrapped, 0 were/) })
      expect(logins.filter(({ degraded }) => degraded)).toEqual([])
      expect((await stack.signIn()).degraded).toBe(false)

      await stack.stop()
      await expect(stack.start()).rejects.toThrow('After trailpass keys rotate, set the new key')
      stack.env.MASTER_KEY = next
      await stack.start()
      for (const held of [token, ...logins.map((login) => login.token)]) {
        expect((await stack.userInfo(held)).status).toBe(200)
      }
      expect((await stack.signIn()).degraded).toBe(false)
      expect((await trailpass('', 'audit', '--limit', '1')).stdout).toMatch(
        /operator:test {2}keys.rotate {2}master-key/,
      )
      expect(stack.log).not.toContain(next)
    },
    { storage, env: operatorEnv },
  ),
)

it('servers and commands that know both keys start before, between and after', () =>
  withStack(
    async (stack) => {
      const trailpass = createOperatorCommand(stack)
      stack.env.MASTER_KEY_NEXT = createKey()
      await stack.restart()
      expect(await trailpass('', 'keys', 'rotate', '--json')).toMatchObject({ stdout: '{"rewrapped":8,"already":0}\n' })
      await stack.restart()
      expect(await trailpass('', 'keys', 'rotate', '--json')).toMatchObject({ stdout: '{"rewrapped":0,"already":8}\n' })
      expect((await stack.signIn()).degraded).toBe(false)
      stack.env.MASTER_KEY = stack.env.MASTER_KEY_NEXT
      stack.env.MASTER_KEY_NEXT = ''
      await stack.restart()
      expect((await stack.signIn()).degraded).toBe(false)
    },
    { env: operatorEnv },
  ))
