import { boundariesStep } from './boundaries-step.ts'
import { bundleStep } from './bundle-step.ts'
import { deploymentSteps } from './deployment-steps.ts'
import { documentSteps } from './document-steps.ts'
import { fileSizesStep } from './file-sizes-step.ts'
import { lockfileStep } from './lockfile-step.ts'
import { privacyStep } from './privacy-step.ts'
import { secretsStep } from './secrets-step.ts'
import type { Step } from './step.ts'
import { toolStep } from './tool-step.ts'
import { typesSteps } from './types-steps.ts'

export function checkSteps({ write }: { write: boolean }): Step[] {
  return [
    ...typesSteps,
    bundleStep,
    privacyStep,
    ...documentSteps,
    toolStep('format and lint', '@biomejs/biome', 'biome', [
      'check',
      '--error-on-warnings',
      '--max-diagnostics=200',
      ...(write ? ['--write'] : []),
    ]),
    boundariesStep,
    toolStep('nothing unused', 'knip', 'knip', ['--no-progress']),
    secretsStep,
    lockfileStep,
    fileSizesStep,
    ...deploymentSteps,
  ]
}
