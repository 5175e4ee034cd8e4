import type { SaveText } from './types'

export const saveText: SaveText | undefined = async (fileName, text) => {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  // The download has begun by then, and the text need not stay in memory.
  setTimeout(() => URL.revokeObjectURL(url), 1_000)
  return true
}
