export { appInfo } from './index.weapp'
