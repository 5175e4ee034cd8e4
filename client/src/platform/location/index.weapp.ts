import Taro from '@tarojs/taro'
import { privacy } from '../privacy'
import { createScopedPositioning } from './scoped-positioning'

/** An approximate location is sufficient for distances, so nothing more precise is requested. */
export const positioning = createScopedPositioning({
  scope: 'scope.userFuzzyLocation',
  kind: 'fuzzy',
  privacy,
  obtain: () => Taro.getFuzzyLocation({ type: 'gcj02' }),
})
