import { expect, it } from 'vitest'
import type { IdentityKey } from '../../src/domain/person.ts'
import { forEachStorage } from '../support/for-each-storage.ts'
import { sessionRecord } from '../support/session-record.ts'

const at = new Date('2026-11-01T00:00:00.123Z')
const later = new Date('2026-11-02T00:00:00.456Z')
const alice: IdentityKey = { platform: 'weapp', appId: 'wx1', subject: 'o-alice' }

forEachStorage('PersonStore', (stores) => {
  const write: ReturnType<typeof stores>['store']['write'] = (unit) => stores().store.write(unit)
  const people = () => stores().people
  const add = (id: string, createdAt = at) => write(() => people().insert({ id, createdAt }))
  const identify = (personId: string, key = alice) =>
    write(() => people().insertIdentity(key, { personId, unionSubject: null, at }))

  it('finds what was inserted, and nobody else', async () => {
    await add('p1')
    expect(await write(() => people().find('p1'))).toEqual({
      id: 'p1',
      nickname: null,
      avatarId: null,
      phoneMasked: null,
      riderId: null,
      registeredAt: null,
      profileRefreshedAt: null,
      ranked: true,
      createdAt: at,
    })
    expect(await write(() => people().find('p2'))).toBeUndefined()
    expect(await write(() => people().lock('p2'))).toBeUndefined()
  })

  it('lists the ids of everybody', async () => {
    await add('p1')
    await add('p2')
    expect((await write(() => people().listIds())).toSorted()).toEqual(['p1', 'p2'])
    await write(() => people().remove('p1'))
    expect(await write(() => people().listIds())).toEqual(['p2'])
  })

  it('keeps every field of an update', async () => {
    await add('p1')
    const changed = {
      id: 'p1',
      nickname: "小林 '; drop table person --",
      avatarId: 'a.png',
      phoneMasked: '138******01',
      riderId: 'R1',
      registeredAt: later,
      profileRefreshedAt: later,
      ranked: false,
      createdAt: at,
    }
    await write(() => people().update(changed))
    expect(await write(() => people().lock('p1'))).toEqual(changed)
  })

  it('refuses a rider id that somebody has', async () => {
    await add('p1')
    await add('p2')
    const become = (id: string) =>
      write(function* () {
        const person = yield* people().lock(id)
        if (person) yield* people().update({ ...person, riderId: 'R1' })
      })
    await become('p1')
    await expect(become('p2')).rejects.toThrow()
  })

  it('leads one identity to one person', async () => {
    await add('p1')
    await add('p2')
    expect(await write(() => people().hasIdentity('p1'))).toBe(false)
    await identify('p1')
    expect(await write(() => people().findIdentity(alice))).toEqual({ personId: 'p1', unionSubject: null, keyEpoch: 0 })
    expect(await write(() => people().lockIdentified(alice))).toEqual(await write(() => people().find('p1')))
    expect(await write(() => people().hasIdentity('p1'))).toBe(true)
    await expect(identify('p2')).rejects.toThrow()
    const others: Partial<IdentityKey>[] = [{ subject: 'o-bob' }, { appId: 'wx2' }, { platform: 'h5' }]
    for (const other of others) {
      expect(await write(() => people().findIdentity({ ...alice, ...other }))).toBeUndefined()
      expect(await write(() => people().lockIdentified({ ...alice, ...other }))).toBeUndefined()
    }
  })

  it('counts epochs without a gap, however many ask at once', async () => {
    await add('p1')
    await identify('p1')
    const epochs = await Promise.all(Array.from({ length: 20 }, () => write(() => people().advanceKeyEpoch(alice))))
    expect(epochs.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
    await expect(write(() => people().advanceKeyEpoch({ ...alice, subject: 'o-nobody' }))).rejects.toThrow()
  })

  it('keeps the first moment of a consent', async () => {
    await add('p1')
    const consent = { agreementId: 'privacy-policy', version: '2026-11', screen: 'registration' }
    await write(() => people().insertConsent('p1', { ...consent, agreedAt: at }))
    await write(() => people().insertConsent('p1', { ...consent, agreedAt: later }))
    await write(() => people().insertConsent('p1', { ...consent, version: '2026-12', agreedAt: later }))
    expect(await write(() => people().listConsents('p1'))).toEqual([
      { ...consent, agreedAt: at },
      { ...consent, version: '2026-12', agreedAt: later },
    ])
    expect(await write(() => people().listConsents('p2'))).toEqual([])
  })

  it('shows the masked form of a phone number', async () => {
    await add('p1')
    await write(() => people().savePhone('p1', { sealed: 'sealed', masked: '138******01' }))
    expect((await write(() => people().find('p1')))?.phoneMasked).toBe('138******01')
    expect(await write(() => people().findPhone('p1'))).toEqual({ sealed: 'sealed', masked: '138******01' })
    await write(() => people().savePhone('p1', null))
    expect((await write(() => people().find('p1')))?.phoneMasked).toBeNull()
    expect(await write(() => people().findPhone('p1'))).toBeUndefined()
  })

  it('keeps what led to a registration', async () => {
    await add('p1')
    expect(await write(() => people().findRegistrationEntry('p1'))).toBeNull()
    await write(() => people().saveRegistrationEntry('p1', 'scan'))
    expect(await write(() => people().findRegistrationEntry('p1'))).toBe('scan')
  })

  it('lists the identities of a person, with the unionid that came late', async () => {
    await add('p1')
    await identify('p1')
    await write(() =>
      people().insertIdentity({ ...alice, appId: 'wx2' }, { personId: 'p1', unionSubject: 'u', at: later }),
    )
    await write(() => people().saveUnionSubject(alice, 'u'))
    expect(await write(() => people().listIdentities('p1'))).toEqual([
      { ...alice, unionSubject: 'u', createdAt: at },
      { ...alice, appId: 'wx2', unionSubject: 'u', createdAt: later },
    ])
    expect(await write(() => people().findIdentity(alice))).toMatchObject({ unionSubject: 'u' })
  })

  it('withdraws every version of a consent, keeps that it was given, and takes it anew', async () => {
    await add('p1')
    const consent = { agreementId: 'privacy-policy', version: '1', agreedAt: at, screen: 'registration' }
    await write(() => people().insertConsent('p1', consent))
    await write(() => people().insertConsent('p1', { ...consent, version: '2' }))
    await write(() => people().insertConsent('p1', { ...consent, agreementId: 'user-agreement' }))
    await write(() => people().withdrawConsent('p1', 'privacy-policy', later))
    await write(() => people().withdrawConsent('p1', 'privacy-policy', later))
    expect(await write(() => people().listConsents('p1'))).toEqual([{ ...consent, agreementId: 'user-agreement' }])
    await write(() => people().insertConsent('p1', { ...consent, agreedAt: later }))
    await write(() => people().withdrawConsent('p1', 'privacy-policy', later))
    const withdrawn = await write(() => people().listWithdrawnConsents('p1'))
    expect(withdrawn.map(({ version, agreedAt }) => ({ version, agreedAt }))).toHaveLength(3)
    expect(withdrawn).toContainEqual({ ...consent, version: '2', withdrawnAt: later })
    expect(withdrawn).toContainEqual({ ...consent, agreedAt: later, withdrawnAt: later })
  })

  it('removes a person with everything that hangs on it, and takes a second time in good part', async () => {
    await add('p1')
    await identify('p1')
    await write(() => people().insertConsent('p1', { agreementId: 'a', version: '1', agreedAt: at, screen: null }))
    await write(() => people().remove('p1'))
    await write(() => people().remove('p1'))
    expect(await write(() => people().find('p1'))).toBeUndefined()
    expect(await write(() => people().findIdentity(alice))).toBeUndefined()
    expect(await write(() => people().listConsents('p1'))).toEqual([])
  })

  it('removes the abandoned: old, without identity and without session', async () => {
    for (const id of ['abandoned', 'identified', 'signed-in']) await add(id)
    await add('young', later)
    await identify('identified')
    await write(() => stores().sessions.insert(sessionRecord(at, { personId: 'signed-in', identified: false })))
    await write(() => people().removeAbandoned(later))
    const left = []
    for (const id of ['abandoned', 'identified', 'signed-in', 'young']) {
      if (await write(() => people().find(id))) left.push(id)
    }
    expect(left).toEqual(['identified', 'signed-in', 'young'])
  })
})
