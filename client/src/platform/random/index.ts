export { randomId } from './index.weapp'
