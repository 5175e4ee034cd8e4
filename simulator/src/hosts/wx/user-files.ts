import type { CallOptions, Calls } from '../calls.ts'

/** A file that was sent to a chat. */
export interface SharedFile {
  fileName: string
  text: string
}

const inUserFolder = (path: unknown): path is string => typeof path === 'string' && path.startsWith('wxfile://usr/')

/** The files in a mini program's own folder, and sharing one to a chat. */
// https://developers.weixin.qq.com/miniprogram/dev/api/file/FileSystemManager.writeFile.html
// https://developers.weixin.qq.com/miniprogram/dev/api/share/wx.shareFileMessage.html
export function createUserFilesApi({ asynchronous }: Calls, sent: SharedFile[]) {
  const files = new Map<string, string>()
  const read = (path: unknown): string => {
    const text = inUserFolder(path) ? files.get(path) : undefined
    if (text === undefined) throw new Error(`no such file or directory, access "${path}"`)
    return text
  }
  const manager = {
    writeFile: asynchronous('writeFile', ({ filePath, data }: CallOptions) => {
      if (!inUserFolder(filePath)) throw new Error(`permission denied, open "${filePath}"`)
      files.set(filePath, String(data))
    }),
    unlink: asynchronous('unlink', ({ filePath }: CallOptions) => {
      read(filePath)
      files.delete(filePath as string)
    }),
  }
  return {
    getFileSystemManager: () => manager,
    shareFileMessage: asynchronous('shareFileMessage', ({ filePath, fileName }: CallOptions) => {
      sent.push({ fileName: String(fileName), text: read(filePath) })
    }),
  }
}
