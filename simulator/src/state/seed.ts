import type { App } from './apps.ts'
import type { NewPerson } from './people.ts'

/** What the simulator knows when it starts, and again after a reset. */
export interface Seed {
  apps: readonly App[]
  people: readonly NewPerson[]
}

/** The ids and secrets that development uses. They open nothing but the simulator. */
export const defaultApps = {
  weapp: {
    appId: 'wxtrailpass0000001',
    secret: 'simulated-weapp-secret',
    kind: 'weapp',
    name: '步道通',
    openPlatform: 'trailpass',
  },
  h5: {
    appId: 'wxtrailpassh500001',
    secret: 'simulated-h5-secret',
    kind: 'official-account',
    name: '步道通网页',
    openPlatform: 'trailpass',
  },
  alipay: { appId: '2021000000000001', kind: 'alipay', name: '步道通支付宝' },
  douyin: {
    appId: 'tttrailpass0000001',
    secret: 'simulated-douyin-secret',
    kind: 'douyin',
    name: '步道通抖音',
    openPlatform: 'trailpass-douyin',
  },
} as const satisfies Record<string, App>

export const defaultSeed: Seed = {
  apps: Object.values(defaultApps),
  people: [
    { id: 'alice', name: '小林', phone: '13800000001' },
    { id: 'bob', name: '大刘', phone: '13800000002' },
    { id: 'carol', name: '阿雅', phone: '13800000003' },
    { id: 'dave', name: '老陈', phone: '13800000004' },
    { id: 'erin', name: '晓楠', phone: '13800000005' },
    { id: 'frank', name: '周一鸣' },
    { id: 'snapshot', name: '快照页访客', isSnapshot: true },
  ],
}
