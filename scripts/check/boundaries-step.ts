import { toolStep } from './tool-step.ts'

const folders = ['shared', 'bff', 'client/src', 'client/config', 'simulator', 'scripts', 'e2e', 'bench']

export const boundariesStep = toolStep('import rules', 'dependency-cruiser', 'depcruise', [
  ...['--config', '.dependency-cruiser.cjs'],
  ...folders,
])
