import { createHash } from 'node:crypto'
import { cpSync, existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BuildError } from '../../../scripts/build/build-error.ts'
import { withBuildLock } from '../../../scripts/build/build-lock.ts'
import { folderFingerprint } from '../../../scripts/build/fingerprint.ts'
import { entryFile } from '../../../scripts/build/output-folder.ts'
import { packageBin } from '../../../scripts/lib/package-bin.ts'
import { inRepository } from '../../../scripts/lib/repository.ts'
import { runNode } from '../../../scripts/lib/run-node.ts'

const fixture = inRepository('bench', 'fixtures', 'bare-taro')

/** The folder of what `taro init` gives, built for production with the client's own packages. */
export async function bareTaro(target: 'weapp' | 'h5'): Promise<string> {
  const project = inRepository('.cache', 'bench', 'bare-taro', target)
  const dist = join(project, 'dist', target)
  const stamp = `${project}.stamp`
  const wanted = createHash('sha256')
    .update(folderFingerprint(fixture))
    .update(readFileSync(inRepository('pnpm-lock.yaml')))
    .digest('hex')
  const isBuilt = () => existsSync(dist) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted
  if (isBuilt()) return dist
  await withBuildLock(async () => {
    if (isBuilt()) return
    rmSync(project, { recursive: true, force: true })
    cpSync(fixture, project, { recursive: true })
    // A junction is the link to a folder that needs no rights on Windows.
    symlinkSync(inRepository('client', 'node_modules'), join(project, 'node_modules'), 'junction')
    await build(project, target)
    writeFileSync(stamp, wanted)
  }, `${project}.lock`)
  return dist
}

async function build(project: string, target: 'weapp' | 'h5'): Promise<void> {
  const { output } = await runNode(
    [packageBin('@tarojs/cli', 'taro', 'client'), 'build', '--type', target, '--disable-global-config'],
    { cwd: project, env: { NODE_ENV: 'production', FORCE_COLOR: '0' } },
  )
  if (!existsSync(join(project, 'dist', target, entryFile(target)))) throw new BuildError(output.trim())
}
