import type { CopyText, SaveText } from './types'

// Inside WeChat, a click on a blob link does nothing, and this cannot be detected.
const ignoresDownloads = /MicroMessenger/i.test(navigator.userAgent)

const download: SaveText = async (fileName, text) => {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  // The download has begun by then, and the text need not stay in memory.
  setTimeout(() => URL.revokeObjectURL(url), 1_000)
  return true
}

const copy: CopyText = async (text) => {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    // Refused, or an old browser without clipboard access: the visible text can still be selected.
    return false
  }
}

export const saveText: SaveText | undefined = ignoresDownloads ? undefined : download
export const copyText: CopyText | undefined = ignoresDownloads ? copy : undefined
