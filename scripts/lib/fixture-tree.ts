import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export interface FixtureTree extends Disposable {
  root: string
}

/** A temporary folder with the given files; gone when its scope ends. */
export function fixtureTree(files: Record<string, string>): FixtureTree {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'trailpass-check-')))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return { root, [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }) }
}
