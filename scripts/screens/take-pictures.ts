import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { Scene } from '../../e2e/screens/scene.ts'
import type { Studio } from '../../e2e/screens/studio.ts'

export const schemes = ['light', 'dark'] as const

/** One scene, as files relative to the folder of pictures. */
export interface Pictures {
  scene: string
  files: { scheme: (typeof schemes)[number]; file: string }[]
}

/** Plays a scene once and takes it by day and by night, 390 wide and as tall as what is on it. */
export async function takePictures(studio: Studio, scene: Scene, folder: string): Promise<Pictures> {
  const { page, context } = await studio.play(scene)
  const pictures: Pictures = { scene: scene.name, files: [] }
  try {
    await page.setViewportSize({ width: 390, height: await heightOf(page) })
    for (const scheme of schemes) {
      await page.emulateMedia({ colorScheme: scheme })
      const file = `${scene.name}.${scheme}.png`
      await page.screenshot({ path: join(folder, file), animations: 'disabled' })
      pictures.files.push({ scheme, file })
    }
  } finally {
    await context.close()
  }
  return pictures
}

const phoneHeight = 844

/** Of all that the screen holds. What lies over it (a sheet, a question) is seen at a phone's height. */
function heightOf(page: Page): Promise<number> {
  return page.evaluate((least) => {
    if (document.querySelector('[role="dialog"]')) return least
    return Math.max(
      least,
      ...Array.from(document.querySelectorAll('main, .taro_page, [role="main"]'), (part) => part.scrollHeight),
    )
  }, phoneHeight)
}
