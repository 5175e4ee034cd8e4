export { randomId } from './index.alipay'
