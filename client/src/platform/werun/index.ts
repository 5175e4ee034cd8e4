import type { WeRun } from './types'

/** Only WeChat counts steps. */
export const weRun: WeRun | undefined = undefined as WeRun | undefined
