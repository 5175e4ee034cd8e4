import { type Platform, platforms } from '@trailpass/shared'
import { Option } from 'commander'
import type { AppKey } from '../domain/registered-app.ts'
import type { CommandContext } from './command-context.ts'
import { CommandError } from './command-error.ts'

export interface NamedOnPlatform {
  platform?: Platform
}

/** Platforms draw AppIDs of different kinds, so it is hardly ever needed. */
export const platformOption = (): Option =>
  new Option('--platform <platform>', 'which platform, if several have this AppID').choices(platforms)

/** Throws CommandError. */
export async function demandApp(
  { services }: CommandContext,
  appId: string,
  { platform }: NamedOnPlatform,
): Promise<AppKey> {
  const named = (await services.registry.findKeys(appId)).filter((key) => !platform || key.platform === platform)
  const [key, other] = named
  if (!key) throw new CommandError(`there is no app ${appId}: trailpass app list`)
  if (other) throw new CommandError(`several platforms have an app ${appId}: choose one with --platform`)
  return key
}
