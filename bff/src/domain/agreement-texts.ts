/** What people agree to, word for word. A changed text needs a new version in `agreements.ts`. */

const translation = 'This is a translation. Where the two differ, the Chinese text is the one that counts.'

export const userAgreement = {
  'zh-CN': `欢迎使用步道通。

一、服务内容
步道通为您提供智慧步道上的扫码骑行、运动记录与排行服务。未注册时您可以浏览公开内容；注册后，您的运动记录归入您的账号。

二、您的账号
账号由您所用平台（如微信）的登录身份对应，无需密码。请勿将账号借给他人使用。您可以随时退出登录。

三、安全骑行
请按车身提示使用设备，量力而行；身体不适时请立即停止并联系现场工作人员。未成年人应在监护人陪同下使用。

四、行为规范
昵称与头像不得违反法律法规、侵害他人权益。被判定为违规的内容将不予展示。

五、责任与变更
我们尽力保证记录准确，但设备、网络等原因可能造成偏差。协议更新时会提示您重新阅读并同意。`,
  en: `Welcome to Trailpass.

1. What it is
Trailpass lets you scan and ride the bikes of a smart trail, keeps a record of your exercise, and ranks it. Without registering you can look around; once you register, your records belong to your account.

2. Your account
It goes with your identity on the platform you use, such as WeChat, and needs no password. Please do not lend it. You can sign out at any time.

3. Riding safely
Follow the notes on the bike and do not overdo it. If you feel unwell, stop at once and turn to the staff on site. Minors ride in the company of a guardian.

4. Conduct
A nickname or picture must not break the law or the rights of others. What is found to do so is not shown.

5. Liability and changes
We do our best to keep records accurate, but devices and networks can cause errors. When this agreement changes, you are asked to read it and agree again.

${translation}`,
} as const

export const privacyPolicy = {
  'zh-CN': `我们只收集提供服务所必需的信息。您打开步道通时，我们保存登录标识与登录记录，用于识别您是同一位访客；其他信息在您同意之后才保存。

一、我们收集什么
1. 登录标识：您所用平台给出的用户标识，用于识别您的账号。
2. 登录记录：设备型号、登录和最近使用的时间，用于让您查看并退出登录的设备。
3. 昵称、头像：由您主动填写，可以不填，用于在页面和排行中展示；展示前会交由平台审核。
4. 手机号：由您主动授权，可以不填，绑定到您的账号，只以掩码形式展示。
5. 运动记录：您骑行的时间、距离等数据，用于记录和排行。
6. 微信运动步数：由您主动授权，可以不给，用于画出您每天走的步数。
7. 大致位置：由您主动授权，可以不给，只用于当次算出您离步道有多远，不保存。

二、我们不做什么
我们不收集人脸信息，不保存您的位置，不向第三方出售个人信息。

三、如何保护
平台会话密钥与手机号加密保存，不会离开服务器；登录凭证只保存其散列值。

四、您的权利
您可以在「我的」查看、更正、导出您的信息，管理登录的设备，撤回同意，或注销账号。撤回同意后，您的昵称、头像、手机号、骑行记录、步数和排名会被删除；注销后，账号的一切信息会被删除，只留下不含身份的记录：注销记录保存 180 天；操作审计记录（如您何时导出或注销）长期保存，不能据此找到您。

五、联系我们
对个人信息有任何疑问，请联系您所在步道的运营方。`,
  en: `We collect only what the service needs. When you open Trailpass we keep your identifier and your sign-ins, so that you are the same visitor next time; everything else is kept only after you have agreed.

1. What we collect
1) Identifier: the one your platform gives us, to recognise your account.
2) Sign-ins: the model of your device, when you signed in and last used it, so that you can see your devices and sign them out.
3) Nickname and picture: filled in by you, optional, shown on your pages and in rankings; the platform checks them before others see them.
4) Phone number: given by you, optional, bound to your account, shown masked only.
5) Exercise: the time, distance and other figures of your rides, for your records and the rankings.
6) WeRun steps: given by you, optional, to draw how far you walk each day.
7) Rough location: given by you, optional, used once to tell how far the trail is, and not kept.

2. What we do not do
We collect no faces, keep no location, and sell personal information to nobody.

3. How it is protected
The platform’s session keys and your phone number are kept encrypted and never leave the server; of your sign-in only a hash is kept.

4. Your rights
Under “My profile” you can see, correct and export your information, manage your devices, withdraw your consent, or delete your account. Withdrawing erases nickname, picture, phone number, rides, steps and rankings; deleting erases everything of the account. What stays names nobody: the record of the deletion, for 180 days, and audit entries (such as when you exported or deleted), for good; neither leads back to you.

5. Contact
With any question about personal information, please turn to the operator of your trail.

${translation}`,
} as const
