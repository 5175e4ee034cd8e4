import type { Sharing } from './types'

export const sharing: Sharing = {
  async shareLink(title, page) {
    const { origin, pathname } = window.location
    const url = `${origin}${pathname}#/${page}`
    try {
      if ('share' in navigator) {
        await navigator.share({ title, url })
        return 'shared'
      }
      await (navigator as Navigator).clipboard.writeText(url)
      return 'copied'
    } catch (failure) {
      // Closing the browser's own sheet is no failure.
      return (failure as Partial<Error>).name === 'AbortError' ? 'shared' : 'failed'
    }
  },
}
