import type { AgreedVersion, Agreement } from '@trailpass/shared'

const userAgreement = `欢迎使用步道通。

一、服务内容
步道通为您提供智慧步道上的扫码骑行、运动记录与排行服务。未注册时您可以浏览公开内容；注册后，您的运动记录归入您的账号。

二、您的账号
账号由您所用平台（如微信）的登录身份对应，无需密码。请勿将账号借给他人使用。您可以随时退出登录。

三、安全骑行
请按车身提示使用设备，量力而行；身体不适时请立即停止并联系现场工作人员。未成年人应在监护人陪同下使用。

四、行为规范
昵称与头像不得违反法律法规、侵害他人权益。被判定为违规的内容将不予展示。

五、责任与变更
我们尽力保证记录准确，但设备、网络等原因可能造成偏差。协议更新时会提示您重新阅读并同意。`

const privacyPolicy = `我们只收集提供服务所必需的信息，并在您同意之后才保存。

一、我们收集什么
1. 登录标识：您所用平台给出的用户标识，用于识别您的账号。
2. 昵称、头像：由您主动填写，可以不填，用于在页面和排行中展示。
3. 手机号：由您主动授权，可以不填，只以掩码形式展示。
4. 运动记录：您骑行的时间、距离等数据，以及您主动授权的微信运动步数。

二、我们不做什么
我们不收集人脸信息，不保存您的精确位置，不向第三方出售个人信息。

三、如何保护
平台会话密钥与手机号加密保存，不会离开服务器；登录凭证只保存其散列值。

四、您的权利
您可以在「我的」查看、更正、导出您的信息，管理登录的设备，撤回同意，或注销账号。撤回同意后，您的昵称、头像、手机号、骑行记录和排名会被删除；注销后，账号的一切信息会被删除，只留下一条不含身份的注销记录，180 天后删除。

五、联系我们
对个人信息有任何疑问，请联系您所在步道的运营方。`

/** The texts people agree to. A changed text gets a new version, and everybody is asked again. */
export const agreements: readonly Agreement[] = [
  { id: 'user-agreement', version: '2026-11', title: '用户协议', url: null, text: userAgreement, required: true },
  { id: 'privacy-policy', version: '2026-11', title: '隐私政策', url: null, text: privacyPolicy, required: true },
]

export const isPresentVersion = ({ id, version }: AgreedVersion): boolean =>
  agreements.some((agreement) => agreement.id === id && agreement.version === version)

/** Where the agreed list lacks a required agreement in its present version; `undefined` when it lacks none. */
export function findMissingAgreement(agreed: readonly AgreedVersion[]): Agreement | undefined {
  return agreements.find(
    (agreement) =>
      agreement.required && !agreed.some(({ id, version }) => id === agreement.id && version === agreement.version),
  )
}
