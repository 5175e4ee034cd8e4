import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { packageBin } from '../lib/package-bin.ts'
import { inRepository } from '../lib/repository.ts'
import { runNode } from '../lib/run-node.ts'
import { BuildError } from './build-error.ts'
import { entryFile, outputFolder } from './output-folder.ts'
import type { ClientTarget } from './targets.ts'
import { createTaroReader, type TaroLine } from './taro-output.ts'

/** Builds one platform of the client for production, by Taro's own command line. Returns its warnings. */
export async function buildClient(target: ClientTarget, env: NodeJS.ProcessEnv): Promise<string[]> {
  const { exitCode, output } = await runNode(
    [packageBin('@tarojs/cli', 'taro', 'client'), 'build', '--type', target, '--disable-global-config'],
    { cwd: inRepository('client'), env: { ...env, NODE_ENV: 'production', FORCE_COLOR: '0' } },
  )
  const readLine = createTaroReader()
  const lines = output.split('\n').flatMap((line) => readLine(line) ?? [])
  const textsOf = (kind: TaroLine['kind']) => lines.filter((line) => line.kind === kind).map(({ text }) => text)
  const errors = textsOf('error')
  // Taro ends with exit code 0 on some faults of its configuration: only the files tell.
  const isComplete = existsSync(join(outputFolder(target), entryFile(target)))
  if (exitCode !== 0 || errors.length > 0 || !isComplete) {
    throw new BuildError(errors.length > 0 ? errors.join('\n') : output.trim())
  }
  return textsOf('warning')
}
