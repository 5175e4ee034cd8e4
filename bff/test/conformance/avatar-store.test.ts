import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createFileAvatarStore } from '../../src/adapters/files/file-avatar-store.ts'
import type { AvatarStore } from '../../src/ports/avatar-store.ts'
import { createTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts'

const png = { bytes: Buffer.from('png bytes'), contentType: 'image/png' }

async function save(avatars: AvatarStore, file = png): Promise<string> {
  const id = avatars.createId(file.contentType)
  await avatars.save(id, file)
  return id
}

describe('AvatarStore in files', () => {
  let folder: TemporaryFolder
  beforeEach(async () => {
    folder = await createTemporaryFolder()
  })
  afterEach(() => folder.remove())

  it.each(['image/png', 'image/jpeg', 'image/webp'])('gives back a %s as it was saved', async (contentType) => {
    const avatars = createFileAvatarStore(folder.path)
    const id = await save(avatars, { ...png, contentType })
    expect(await avatars.find(id)).toEqual({ ...png, contentType })
  })

  it('keeps the same content apart for each who saved it, and leaves nothing else behind', async () => {
    const avatars = createFileAvatarStore(folder.path)
    const ids = await Promise.all(Array.from({ length: 10 }, () => save(avatars)))
    expect((await readdir(folder.path)).sort()).toEqual([...new Set(ids)].sort())
    expect(new Set(ids).size).toBe(10)
  })

  it('removes one, and takes a second time and a foreign name in good part', async () => {
    const avatars = createFileAvatarStore(folder.path)
    const [gone, kept] = [await save(avatars), await save(avatars)]
    for (const id of [gone, gone, '../master.key', '']) await avatars.remove(id)
    expect(await avatars.find(gone)).toBeUndefined()
    expect(await readdir(folder.path)).toEqual([kept])
  })

  it('removes what a process that died while saving has left behind', async () => {
    const avatars = createFileAvatarStore(folder.path)
    const id = avatars.createId('image/png')
    await writeFile(join(folder.path, `${id}.part`), png.bytes)
    expect(await avatars.listIds()).toEqual([])
    await avatars.remove(id)
    expect(await readdir(folder.path)).toEqual([])
  })

  it('lists what it has, and says when there is no place for any of it', async () => {
    const avatars = createFileAvatarStore(folder.path)
    const ids = [await save(avatars), await save(avatars)]
    expect((await avatars.listIds()).sort()).toEqual(ids.sort())
    expect(await avatars.remove(ids[0] ?? '')).toBe(true)
    const elsewhere = createFileAvatarStore(join(folder.path, 'elsewhere'))
    expect(await elsewhere.listIds()).toEqual([])
    expect(await elsewhere.remove(ids[1] ?? '')).toBe(false)
  })

  it('finds nothing under an unknown id or one that leads out of its folder', async () => {
    const avatars = createFileAvatarStore(folder.path)
    for (const id of [`${'0'.repeat(64)}.png`, '', '../master.key', `${'0'.repeat(64)}.png/../../etc/passwd`]) {
      expect(await avatars.find(id)).toBeUndefined()
    }
  })

  it('refuses what is not an image it can serve', () => {
    expect(() => createFileAvatarStore(folder.path).createId('text/html')).toThrow()
  })
})
