/// <reference types="@tarojs/taro" />

declare module '*.module.css' {
  // biome-ignore lint/suspicious/noExplicitAny: only the stylesheet knows its classes; `string | undefined` fits no className
  const classes: any
  export default classes
}

declare namespace NodeJS {
  interface ProcessEnv extends Readonly<import('../config/env').BuildEnv> {
    readonly NODE_ENV: 'development' | 'production' | 'test'
    readonly TARO_ENV: 'weapp' | 'h5' | 'alipay' | 'tt'
  }
}
