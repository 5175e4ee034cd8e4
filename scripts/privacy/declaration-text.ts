import type { PrivacyDeclaration } from './declaration.ts'

/** `docs/privacy-declaration.md`: what the operator files at mp.weixin.qq.com, in the words of its form. */
export function declarationText({ information, requiredPrivateInfos }: PrivacyDeclaration): string {
  const sentences = information.map(({ kind, purpose }) => `- 为了${purpose}，开发者将在获取你的明示同意后，${kind}。`)
  const rows = information.map(({ kind, interfaces }) => `| ${kind} | ${interfaces.map(inCode).join(' ')} |`)
  return `# 小程序用户隐私保护指引

<!-- Made by \`npx -y pnpm@10.34.8 privacy\` from what the built mini program uses. \`check\` fails when they differ. -->

运营方在 mp.weixin.qq.com「账号设置 → 服务内容声明 → 用户隐私保护指引」照此填写。没有声明的接口会失败（errno 112），多声明的会在审核时被问到。

## 开发者处理的信息

根据法律规定，开发者仅处理实现小程序功能所必要的信息。

${sentences.join('\n')}

| 处理的信息 | 用到的接口或组件 |
|---|---|
${rows.join('\n')}

信息与接口的对应关系以微信的[内容介绍](https://developers.weixin.qq.com/miniprogram/dev/framework/user-privacy/miniprogram-intro.html)为准。

## 接口权限

${requiredPrivateInfos.length === 0 ? '没有需要单独开通的接口。' : `「开发管理 → 接口设置」里开通 ${requiredPrivateInfos.map(inCode).join(' ')}；\`app.json\` 的 \`requiredPrivateInfos\` 已经写好。`}

## 第三方插件、第三方服务商

没有使用插件。由服务商代为开发时，如实填写服务商。

## 用户权益

1. 位置信息：小程序右上角「…」→「设置」→ 位置信息 → 「不允许」，即撤回授权；小程序内「我的 → 隐私选择」也能打开。
2. 手机号：小程序右上角「…」→「设置」→「小程序已获取的信息」→ 手机号 →「通知开发者删除」。
3. 查阅、更正、导出、撤回同意、注销账号：小程序内「我的」。

## 开发者对信息的存储

开发者承诺，除法律法规另有规定外，对你的信息的保存期限为实现处理目的所必要的最短时间。位置只用于当次计算，不保存。

## 由运营方填写

开发者名称、联系邮箱或电话、生效日期。
`
}

const inCode = (name: string) => `\`${name}\``
