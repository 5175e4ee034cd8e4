import { randomBytes } from 'node:crypto'
import type { defaultApps, SimulatorServer } from '@trailpass/simulator'
import type { Stack } from './stack.ts'
import { type CommandRun, createTrailpassCommand } from './trailpass-command.ts'

/** Opens the operator's port of a stack. */
export const operatorEnv = { OPERATOR_TOKEN: randomBytes(24).toString('base64url') }

/** The operator's commands beside a running server; `typed` is what is entered when a command asks. */
export const createOperatorCommand =
  (stack: Pick<Stack, 'env'>) =>
  (typed: string, ...args: string[]): Promise<CommandRun> =>
    createTrailpassCommand(stack.env, { answer: () => typed })(...args)

type SimulatedApp = (typeof defaultApps)[keyof typeof defaultApps]

/** What the owner of an app does in the platform's console. */
export function resetSecret({ world }: SimulatorServer, app: SimulatedApp, secret: string): void {
  const apps = world.apps as Map<string, SimulatedApp | (Omit<SimulatedApp, 'secret'> & { secret: string })>
  apps.set(app.appId, { ...app, secret })
}
