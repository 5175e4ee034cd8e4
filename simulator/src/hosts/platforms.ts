import { existsSync } from 'node:fs'
import path from 'node:path'
import { alipay } from './my/phone.ts'
import type { Platform } from './phone.ts'
import { douyin } from './tt/phone.ts'
import { wechat } from './wx/phone.ts'

const platforms: readonly Platform[] = [wechat, alipay, douyin]

/** The platform that the folder was built for; WeChat for one without templates. */
export const platformOf = (dist: string): Platform =>
  platforms.find(({ templates }) => existsSync(path.join(dist, templates))) ?? wechat
