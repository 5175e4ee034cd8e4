import { packageBin } from '../lib/package-bin.ts'
import { inRepository } from '../lib/repository.ts'
import { runNode } from '../lib/run-node.ts'
import { BuildError } from './build-error.ts'
import type { ClientTarget } from './targets.ts'
import { withoutBanner } from './taro-output.ts'

/** Builds one platform of the client for production, by Taro's own command line. Returns its warnings. */
export async function buildClient(target: ClientTarget, env: NodeJS.ProcessEnv): Promise<string[]> {
  const { exitCode, output } = await runNode(
    [packageBin('@tarojs/cli', 'taro', 'client'), 'build', '--type', target, '--disable-global-config'],
    { cwd: inRepository('client'), env: { ...env, NODE_ENV: 'production', FORCE_COLOR: '0' } },
  )
  const lines = withoutBanner(output)
  if (exitCode !== 0) throw new BuildError(lines.join('\n'))
  return lines
}
