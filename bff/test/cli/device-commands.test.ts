import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deviceCodePattern } from '@trailpass/shared'
import { expect, it } from 'vitest'
import { storages } from '../support/storages.ts'
import { createTrailpassCommand } from '../support/trailpass-command.ts'
import { withStorage } from '../support/with-storage.ts'

interface Shown {
  id: string
  trail: string
  number: number
  state: string
  code: string
  reportKey: string
}

it.each(storages)('an operator adds, renews, revokes and prints bikes, on $name', (kind) =>
  withStorage(kind, async (storage) => {
    const trailpass = createTrailpassCommand(storage.env)
    const list = async (...args: string[]) =>
      JSON.parse((await trailpass('device', ...args, '--json')).stdout) as Shown[]
    await trailpass('trail', 'add', '--name', '青龙湖步道', '--length-meters', '5200')

    const [added] = await list('add', '--trail', '青龙湖步道', '--number', '12')
    expect(added).toMatchObject({ trail: '青龙湖步道', number: 12, state: 'in service' })
    expect(added?.code).toMatch(deviceCodePattern)
    expect(Buffer.from(added?.reportKey ?? '', 'base64url')).toHaveLength(32)
    expect(await list('add', '--trail', '青龙湖步道', '--number', '12')).toEqual([added])
    const id = added?.id ?? ''

    const renewed = await trailpass('device', 'renew', id)
    expect(renewed.stdout).toMatch(new RegExp(`^${id} {2}青龙湖步道 12 {2}in service {2}\\S{24}\n$`))
    expect(renewed.stdout).not.toContain(added?.code)

    await trailpass('trail', 'add', '--name', '白鹭湖步道', '--length-meters', '3100')
    const moved = await trailpass('device', 'move', id, '--trail', '白鹭湖步道', '--number', '7')
    expect(moved.stdout).toMatch(new RegExp(`^${id} {2}白鹭湖步道 7 {2}in service {2}\\S{24}\n$`))
    expect(moved.stdout.slice(-25)).not.toBe(renewed.stdout.slice(-25))
    await trailpass('device', 'move', id, '--trail', '青龙湖步道', '--number', '12')
    const audit: unknown = JSON.parse((await trailpass('audit', '--limit', '2', '--json')).stdout)
    expect(audit).toMatchObject([
      {
        action: 'device.move',
        target: `device:${id}`,
        detail: '青龙湖步道 12',
        actor: 'operator:test',
      },
      { action: 'device.move', detail: '白鹭湖步道 7' },
    ])

    await list('add', '--trail', '青龙湖步道', '--number', '13')
    expect((await trailpass('device', 'revoke', id)).stdout).toContain('revoked')
    expect((await list('list')).map(({ number, state }) => [number, state])).toEqual([
      [12, 'revoked'],
      [13, 'in service'],
    ])
    const sheet = (await trailpass('device', 'print', '--link', 'https://trail.example/d/')).stdout
    expect(sheet).toMatch(/^<svg .*13 号车.*<\/svg>\n$/s)
    expect(sheet).not.toContain('12 号车')

    const print = (...args: string[]) => trailpass('device', 'print', '--link', 'https://trail.example/d/', ...args)
    const labels = [
      { trail: '青龙湖步道', number: 13, url: expect.stringMatching(/^https:\/\/trail.example\/d\/\w{24}$/) },
    ]
    expect(JSON.parse((await print('--json')).stdout)).toEqual({ labels })
    const output = join(storage.env.DATA_DIR, 'labels.svg')
    expect(JSON.parse((await print('--output', output, '--json')).stdout)).toEqual({ output, labels })
    expect(await readFile(output, 'utf8')).toBe(sheet.trimEnd())
    const nowhere = join(storage.env.DATA_DIR, 'no-such-folder', 'labels.svg')
    expect(await print('--output', nowhere, '--json')).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: `${nowhere} cannot be written: ENOENT\n`,
    })
  }),
)

it.each(storages)('a command that cannot be done says why in words, on $name', (kind) =>
  withStorage(kind, async (storage) => {
    const trailpass = createTrailpassCommand(storage.env)
    const refusals: [string[], string][] = [
      [['device', 'add', '--trail', '无', '--number', '1'], 'there is no trail named 无: trailpass trail add'],
      [['device', 'add', '--trail', '无', '--number', '0'], 'must be a whole number from 1 to 99999'],
      [['device', 'move', 'N0B1KE00', '--trail', '无'], 'there is no bike with the id N0B1KE00: trailpass device list'],
      [['device', 'print', '--link', 'https://x/', '--format', 'pdf'], '--format pdf needs --output'],
      [['device', 'renew', 'N0B1KE00'], 'there is no bike with the id N0B1KE00: trailpass device list'],
    ]
    for (const [args, words] of refusals) {
      const { exitCode, stdout, stderr } = await trailpass(...args)
      expect({ exitCode, stdout }).toEqual({
        exitCode: words === 'must be a whole number from 1 to 99999' ? 2 : 1,
        stdout: '',
      })
      expect(stderr).toContain(words)
      expect(stderr).not.toMatch(/\n\s+at /)
    }
  }),
)
