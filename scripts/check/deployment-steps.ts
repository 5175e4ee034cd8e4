import { execFile } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { inRepository } from '../lib/repository.ts'
import { writeCertificate, writeNginxTrial, writeUnitTrial } from './deployment-trials.ts'
import type { Step } from './step.ts'

const run = promisify(execFile)

/** Each file of `deploy` before its own validator; where that is not installed, the step says so by its name. */
export const deploymentSteps: readonly Step[] = await Promise.all([
  validatorStep('nginx', [['nginx', '-v']], async (nginx, folder) => {
    writeCertificate(folder)
    for (const upstream of ['compose', 'single']) {
      await run(nginx[0], ['-t', '-q', '-p', folder, '-c', writeNginxTrial(folder, upstream)])
    }
  }),
  validatorStep('systemd unit', [['systemd-analyze', '--version']], async (analyze, folder) => {
    const { stderr } = await run(analyze[0], ['verify', writeUnitTrial(folder)])
    // A line that it cannot read is only a warning; those of other units are none of ours.
    const warnings = stderr.split('\n').filter((line) => line.includes('trailpass.service'))
    if (warnings.length > 0) throw new Error(warnings.join('\n'))
  }),
  validatorStep(
    'compose file',
    [
      ['docker', 'compose', 'version'],
      ['docker-compose', 'version'],
    ],
    async ([program, ...words], folder) => {
      const file = join(folder, 'compose.yml')
      copyFileSync(inRepository('deploy', 'compose.yml'), file)
      copyFileSync(inRepository('deploy', 'trailpass.env.example'), join(folder, 'trailpass.env'))
      const env = { ...process.env, POSTGRES_PASSWORD: 'only-looked-at' }
      await run(program, [...words.slice(0, -1), '-f', file, 'config', '--quiet'], { env })
    },
  ),
])

type Command = readonly [program: string, ...args: string[]]

/** `probes` are asked in turn whether they are there; `validate` rejects with what the validator says. */
async function validatorStep(
  name: string,
  probes: readonly Command[],
  validate: (probe: Command, folder: string) => Promise<void>,
): Promise<Step> {
  const probe = await findAnswering(probes)
  if (!probe)
    return { name: `${name}: skipped, no ${probes.map(([program]) => program).join(' or ')}`, run: async () => [] }
  return {
    name,
    run: async () => {
      const folder = mkdtempSync(join(tmpdir(), 'trailpass-deploy-'))
      try {
        await validate(probe, folder)
        return []
      } catch (error) {
        return [error instanceof Error ? error.message : String(error)]
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    },
  }
}

async function findAnswering(probes: readonly Command[]): Promise<Command | undefined> {
  for (const [program, ...args] of probes) {
    const answers = await run(program, args).then(
      () => true,
      () => false,
    )
    if (answers) return [program, ...args]
  }
  return undefined
}
