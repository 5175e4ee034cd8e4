import type { ChoosePicture } from './types'

/** The browser's own chooser, which offers the camera as well. */
export const choosePicture: ChoosePicture = () =>
  new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = 'image/jpeg,image/png,image/webp'
    const finish = () => {
      const file = input.files?.[0]
      input.remove()
      resolve(file && { path: URL.createObjectURL(file), bytes: file.size })
    }
    input.addEventListener('change', finish, { once: true })
    input.addEventListener('cancel', finish, { once: true })
    // Old WebKit opens it only for an input that is part of the page.
    input.hidden = true
    document.body.append(input)
    input.click()
  })
