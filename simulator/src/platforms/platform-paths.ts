import { gatewayPath } from './alipay/gateway.ts'
import { douyinPaths } from './douyin/jscode2session.ts'
import { wechatPaths } from './wechat/router.ts'

/** Every operation that a server may call. */
export const platformPaths: readonly string[] = [...wechatPaths, gatewayPath, ...douyinPaths]
