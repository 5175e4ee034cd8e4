import { defaultDisplayName } from '@trailpass/shared'
import { t } from './index'

/** The server uses one default name in one language; it is translated here. */
export const shownName = (name: string) => (name === defaultDisplayName ? t('nickname.placeholder') : name)
