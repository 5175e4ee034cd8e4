import { randomBytes } from 'node:crypto'

export type FileContent = Uint8Array<ArrayBuffer>

/** The temporary files of one start, as `chooseAvatar` and `chooseMedia` leave them. */
export interface TemporaryFiles {
  add(content: FileContent, extension: string): string
  get(path: string): FileContent
}

export function createTemporaryFiles(): TemporaryFiles {
  const files = new Map<string, FileContent>()
  return {
    add(content, extension) {
      const path = `wxfile://tmp_${randomBytes(16).toString('hex')}.${extension}`
      files.set(path, content)
      return path
    },
    get(path) {
      const content = files.get(path)
      if (content === undefined) throw new Error('file not found')
      return content
    },
  }
}
