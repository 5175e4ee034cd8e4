import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { lockOf, withBuildLock } from '../../../scripts/build/build-lock.ts'
import { isFresh } from '../../../scripts/build/build-stamp.ts'
import { compile } from '../../../scripts/build/compile.ts'
import { outputFingerprint } from '../../../scripts/build/fingerprint.ts'
import { inRepository } from '../../../scripts/lib/repository.ts'

/** The folder of the maps of `client/dist/weapp` as it is there: whose bytes they are. Builds it when either is missing or old. */
export async function weappMaps(): Promise<string> {
  const folder = inRepository('.cache', 'bench', 'module-maps')
  const stamp = `${folder}.stamp`
  const areOfThisBuild = () =>
    isFresh('weapp') && existsSync(stamp) && readFileSync(stamp, 'utf8') === outputFingerprint('weapp')
  if (areOfThisBuild()) return folder
  await withBuildLock(async () => {
    if (areOfThisBuild()) return
    rmSync(folder, { recursive: true, force: true })
    await compile('weapp', { MODULE_MAPS: folder })
    writeFileSync(stamp, outputFingerprint('weapp'))
  }, lockOf('weapp'))
  return folder
}
