import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { defaultApps } from '@trailpass/simulator'
import { scenes } from '../e2e/screens/scenes.ts'
import { openStudio } from '../e2e/screens/studio.ts'
import { ensureBuilt } from './build/ensure-built.ts'
import { inSeconds } from './lib/figures.ts'
import { inRepository } from './lib/repository.ts'
import { contactSheet } from './screens/contact-sheet.ts'
import { type Pictures, takePictures } from './screens/take-pictures.ts'
import { findChromium } from './test/chromium.ts'

const folder = inRepository('screens')
const words = process.argv.slice(2)
const wanted = scenes.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)))
if (wanted.length === 0) {
  console.error(`usage: screens [part of a name …]\n${scenes.map(({ name }) => `  ${name}`).join('\n')}`)
  process.exit(2)
}
const chromium = findChromium()
if (chromium === undefined) {
  console.log(`skipped: ${wanted.length} screens (install Chrome or Chromium, or set CHROMIUM_PATH)`)
  process.exit(0)
}

await ensureBuilt('bff')
await ensureBuilt('h5', { TARO_APP_H5_APP_ID: defaultApps.h5.appId })
const studio = await openStudio(chromium)
const pictures: Pictures[] = []
const failed: string[] = []
for (const scene of wanted) {
  try {
    const taken = await takePictures(studio, scene, folder)
    pictures.push(taken)
    console.log(`${scene.name.padEnd(26)} ${taken.files.map(({ file }) => file).join('  ')}`)
  } catch (error) {
    failed.push(scene.name)
    console.error(`${scene.name.padEnd(26)} ${(error as Error).message}`)
  }
}
await studio.close()

const index = join(folder, 'index.html')
await writeFile(index, contactSheet(pictures))
console.log(`${pictures.length} of ${wanted.length} screens, ${inSeconds(performance.now())}: ${index}`)
if (failed.length > 0) console.error(`failed: ${failed.join(', ')}`)
process.exitCode = failed.length === 0 ? 0 : 1
