import { inRepository } from '../lib/repository.ts'
import { toolStep } from './tool-step.ts'

const projects = ['shared', 'bff', 'client', 'simulator', 'bench', '.']

export const typesSteps = projects.map((project) => {
  const name = project === '.' ? 'root' : project
  return toolStep(`types of ${name}`, 'typescript', 'tsc', [
    ...['--project', project],
    ...['--incremental', '--tsBuildInfoFile', inRepository('.cache', 'tsc', `${name}.tsbuildinfo`)],
    ...['--pretty', 'false'],
  ])
})
