import Taro from '@tarojs/taro'
import { privacy } from '../privacy'
import { createScopedPositioning } from './scoped-positioning'

/** The rough place is enough to tell how far a trail is, so it is all that is asked for. */
export const positioning = createScopedPositioning({
  scope: 'scope.userFuzzyLocation',
  kind: 'fuzzy',
  privacy,
  obtain: () => Taro.getFuzzyLocation({ type: 'gcj02' }),
})
