import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { TrailRecord } from '../../src/domain/trail/trail.ts'
import { sqlite, storages } from '../support/storages.ts'
import { createTemporaryFolder } from '../support/temporary-folder.ts'
import { createTrailpassCommand } from '../support/trailpass-command.ts'
import { withStorage } from '../support/with-storage.ts'

const ring = [
  [120.1, 30.2],
  [120.2, 30.2],
  [120.2, 30.3],
  [120.1, 30.2],
]
async function withTemporaryFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = await createTemporaryFolder()
  try {
    await use(folder.path)
  } finally {
    await folder.remove()
  }
}

const polygon = (coordinates: unknown = [ring]) => ({ type: 'Polygon', coordinates })
const add = ['trail', 'add', '--name', '青龙湖步道', '--length-meters', '5200']

it.each(storages)('an operator says where a trail lies and when its days begin, on $name', (kind) =>
  withStorage(kind, (storage) =>
    withTemporaryFolder(async (folder) => {
      const trailpass = createTrailpassCommand(storage.env)
      const file = join(folder, 'outline.geojson')
      await writeFile(file, JSON.stringify({ type: 'Feature', properties: {}, geometry: polygon() }))
      const added = await trailpass(...add, '--polygon', file, '--time-zone', 'asia/urumqi')
      expect(added).toMatchObject({
        exitCode: 0,
        stdout: '青龙湖步道  5200 m  Asia/Urumqi  an outline of 3 corners\n',
      })
      const [trail] = JSON.parse((await trailpass('trail', 'list', '--json')).stdout) as TrailRecord[]
      expect(trail).toMatchObject({ timeZone: 'Asia/Urumqi', area: { kind: 'outline', ring } })
      const again = await trailpass(...add, '--center', '30.2485,120.1453', '--radius-meters', '2500')
      expect(again.stdout).toBe('青龙湖步道  5200 m  Asia/Shanghai  within 2500 m\n')
      expect(JSON.parse((await trailpass(...add, '--json')).stdout)).toMatchObject({ id: trail?.id, area: null })
    }),
  ),
)

it('refuses what is no outline, no place and no time zone, in words', () =>
  withStorage(sqlite, (storage) =>
    withTemporaryFolder(async (folder) => {
      const trailpass = createTrailpassCommand(storage.env)
      const file = async (name: string, content: unknown) => {
        const path = join(folder, name)
        await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content))
        return path
      }
      const open = await file('open.json', polygon([[...ring.slice(0, 3), [120.1, 30.21]]]))
      const refusals: [string[], string][] = [
        [['--time-zone', '+08:00'], 'must be an IANA time zone, for example Asia/Shanghai'],
        [['--polygon', open], 'its first and last positions must be the same'],
        [['--polygon', await file('holes.json', polygon([ring, ring]))], 'one polygon without holes'],
        [['--polygon', await file('short.json', polygon([ring.slice(1)]))], '4 to 500 positions'],
        [['--polygon', await file('off.json', polygon([[[200, 30], ...ring.slice(1)]]))], 'is not an outline'],
        [['--polygon', await file('text.json', 'outline')], 'cannot be read as GeoJSON'],
        [['--polygon', join(folder, 'none.json')], 'cannot be read as GeoJSON'],
        [
          ['--polygon', open, '--center', '30,120', '--radius-meters', '9'],
          '--polygon and --center cannot be combined',
        ],
        [['--center', '30,120'], '--center and --radius-meters must be given together'],
      ]
      for (const [args, words] of refusals) {
        const { exitCode, stdout, stderr } = await trailpass(...add, ...args)
        expect({ exitCode, stdout }).toEqual({ exitCode: words.startsWith('must be') ? 2 : 1, stdout: '' })
        expect(stderr).toContain(words)
        expect(stderr).not.toMatch(/\n\s+at /)
      }
    }),
  ))
