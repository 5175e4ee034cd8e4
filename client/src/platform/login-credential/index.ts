export { credentials } from './index.weapp'
