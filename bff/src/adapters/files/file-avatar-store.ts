import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { AvatarStore } from '../../ports/avatar-store.ts'

const extensions: Record<string, string> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' }
const idPattern = /^[0-9a-f]{64}\.(jpg|png|webp)$/

/** The name under which a file is written; it stays if the process dies meanwhile. */
const unfinished = (id: string) => `${id}.part`

/** A new file name is durable only after its folder is synced; Windows cannot open folders and does not need this. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const opened = await open(folder)
  try {
    await opened.sync()
  } finally {
    await opened.close()
  }
}

/** Keeps avatars as files. */
export function createFileAvatarStore(folder: string): AvatarStore {
  return {
    createId(contentType) {
      const extension = extensions[contentType]
      if (!extension) throw new Error(`file-avatar-store: no extension for ${contentType}`)
      return `${randomBytes(32).toString('hex')}.${extension}`
    },

    async save(id, { bytes }) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const temporary = join(folder, unfinished(id))
      try {
        await writeFile(temporary, bytes, { mode: 0o600, flush: true })
        await rename(temporary, join(folder, id))
      } catch (error) {
        await rm(temporary, { force: true })
        throw error
      }
      await syncFolder(folder)
    },

    async listIds() {
      return existsSync(folder) ? (await readdir(folder)).filter((name) => idPattern.test(name)) : []
    },

    async remove(id) {
      if (!existsSync(folder)) return false
      if (!idPattern.test(id)) return true
      for (const name of [id, unfinished(id)]) await rm(join(folder, name), { force: true })
      return true
    },

    async find(id) {
      const extension = idPattern.exec(id)?.[1]
      if (!extension) return undefined
      try {
        const contentType = extension === 'jpg' ? 'image/jpeg' : `image/${extension}`
        return { bytes: await readFile(join(folder, id)), contentType }
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
        throw error
      }
    },
  }
}
