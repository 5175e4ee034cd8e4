import { defaultDisplayName } from '@trailpass/shared'
import { t } from './index'

/** The server has one name for whoever chose none, in one language. */
export const shownName = (name: string) => (name === defaultDisplayName ? t('nickname.placeholder') : name)
