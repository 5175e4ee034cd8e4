import { type BuildFailure, build, formatMessages } from 'esbuild'
import { inRepository } from '../lib/repository.ts'
import { BuildError } from './build-error.ts'
import { outputFolder } from './output-folder.ts'

// CommonJS dependencies inside an ES module still call `require` for Node's own modules.
const requireBanner = [
  "import { createRequire as createRequireOfBundle } from 'node:module'",
  'const require = createRequireOfBundle(import.meta.url)',
].join('\n')

/** Bundles the BFF; what is imported lazily stays in a chunk of its own. */
export async function buildBff(): Promise<void> {
  const cli = inRepository('bff', 'src', 'cli', 'main.ts')
  try {
    await build({
      absWorkingDir: inRepository(),
      entryPoints: { main: inRepository('bff', 'src', 'main.ts'), cli },
      outdir: outputFolder('bff'),
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      splitting: true,
      chunkNames: 'chunks/[name]-[hash]',
      sourcemap: true,
      legalComments: 'none',
      logLevel: 'silent',
      banner: { js: requireBanner },
      // libsql and sharp load a binary beside themselves; pg asks for pg-native and does without.
      external: ['libsql', 'sharp', 'pg-native'],
    })
  } catch (error) {
    const { errors = [] } = error as Partial<BuildFailure>
    if (errors.length === 0) throw error
    throw new BuildError((await formatMessages(errors, { kind: 'error', color: process.stdout.isTTY })).join('\n'))
  }
}
