/** Shows both languages, because the page does not know who opens it. Contains no data about any app or person. */
const says = (zh: string, en: string): string => `${zh} <span lang="en">${en}</span>`

const submitSection = `
<section id="submit" hidden>
<h1>${says('提交密钥', 'Submit the secret')}</h1>
<dl><dt>${says('小程序', 'App')}</dt><dd id="app-label"></dd><dt>AppID</dt><dd id="app-id"></dd></dl>
<p>${says(
  '开发者的服务器用它向平台证明身份：换取用户的登录身份，调用平台接口。',
  'The developer’s server uses it to authenticate with the platform, to sign people in and to call the platform’s interfaces.',
)}</p>
<p>${says(
  '提交时先向平台核对，通过后加密保存。任何人（包括开发者）都不能再看到它，只显示指纹和日期。',
  'It is verified with the platform, then stored encrypted. Nobody can read it again, including the developer: only a fingerprint and dates are shown.',
)}</p>
<form id="submit-form" autocomplete="off">
<label for="secret"><span id="secret-name-zh">AppSecret</span> <span lang="en" id="secret-name-en"></span></label>
<input id="secret" type="password" required maxlength="8192" autocomplete="off" autocapitalize="off" spellcheck="false">
<button>${says('核对并保存', 'Verify and save')}</button>
</form>
<p class="note">${says('链接只能用一次，到期时间：', 'The link works once, until:')} <time id="expires"></time></p>
</section>`

const keptSection = `
<section id="kept" hidden>
<h1>${says('已保存', 'Kept')}</h1>
<p>${says('密钥指纹', 'Fingerprint')} <code id="kept-fingerprint"></code></p>
<p>${says(
  '请保存下面的回执。只显示这一次；凭它可以随时在本页撤回密钥。',
  'Keep this receipt. It is shown only once; with it you can withdraw the secret at any time on this page.',
)}</p>
<p><code id="receipt" class="receipt"></code></p>
<button id="copy" type="button">${says('复制回执', 'Copy receipt')}</button>
<p class="note">${says('撤回地址', 'To withdraw')} <code id="page-address"></code></p>
</section>`

const withdrawSection = `
<section id="withdraw" hidden>
<h1>${says('撤回密钥', 'Withdraw a secret')}</h1>
<p>${says('输入提交密钥时得到的回执。', 'Enter the receipt you received when you submitted the secret.')}</p>
<form id="receipt-form" autocomplete="off">
<label for="given">${says('回执', 'Receipt')}</label>
<input id="given" required maxlength="64" autocomplete="off" autocapitalize="off" spellcheck="false">
<button>${says('查看', 'Look up')}</button>
</form>
<div id="found" hidden>
<dl><dt>${says('小程序', 'App')}</dt><dd id="found-label"></dd><dt>AppID</dt><dd id="found-id"></dd>
<dt>${says('密钥指纹', 'Fingerprint')}</dt><dd><code id="found-fingerprint"></code></dd>
<dt>${says('提交时间', 'Submitted')}</dt><dd><time id="found-since"></time></dd></dl>
<p id="state-kept" hidden>${says(
  '撤回后服务器立刻忘记这个密钥，用户不能再登录，直到提交新的密钥。',
  'Withdrawing deletes the secret from the server at once. Nobody can sign in until another secret is submitted.',
)}</p>
<p id="state-replaced" hidden>${says('这个密钥已被新的取代，服务器不再保存它。', 'This secret has been replaced and is no longer stored.')}</p>
<p id="state-withdrawn" hidden>${says('已撤回，服务器不再保存它。', 'Withdrawn; no longer stored.')}</p>
<button id="withdraw-button" type="button" class="danger" hidden>${says('撤回', 'Withdraw')}</button>
</div>
</section>`

export const secretPageHtml = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>提交密钥 · Submit a secret</title>
<link rel="stylesheet" href="page.css">
<script src="page.js" defer></script>
<main>
<noscript><p>${says('请打开 JavaScript：链接里的口令不会自己发给服务器。', 'Please enable JavaScript: the token in the link is not sent to the server otherwise.')}</p></noscript>
${submitSection}
${keptSection}
${withdrawSection}
<p id="gone" hidden>${says(
  '链接或回执无效：可能已用过、已过期，或没有复制完整。请向开发者要一个新的链接。',
  'This link or receipt is not valid: it was already used, has expired, or was not copied completely. Ask the developer for a new link.',
)}</p>
<p id="later" hidden>${says('暂时没有完成，请稍后再试。', 'This is not possible right now. Please try again later.')}</p>
<ul id="words" role="status" hidden></ul>
</main>
</html>
`
