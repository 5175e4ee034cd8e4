export { positioning } from './index.weapp'
