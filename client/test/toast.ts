import { expect } from 'vitest'

/** What `Taro.showToast` is called with for these words. */
export const toast = (title: unknown, icon: 'none' | 'success' = 'none') => ({
  title,
  icon,
  duration: expect.any(Number),
})
