import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { AvatarStore } from '../../ports/avatar-store.ts'

const extensions: Record<string, string> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' }
const idPattern = /^[0-9a-f]{64}\.(jpg|png|webp)$/

/** Keeps avatars as files. */
export function createFileAvatarStore(folder: string): AvatarStore {
  return {
    async save({ bytes, contentType }) {
      const extension = extensions[contentType]
      if (!extension) throw new Error(`file-avatar-store: no extension for ${contentType}`)
      const id = `${randomBytes(32).toString('hex')}.${extension}`
      await mkdir(folder, { recursive: true })
      const temporary = join(folder, `${id}.part`)
      const file = await open(temporary, 'w')
      try {
        await file.writeFile(bytes)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(temporary, join(folder, id))
      return id
    },

    async remove(id) {
      if (idPattern.test(id)) await rm(join(folder, id), { force: true })
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
