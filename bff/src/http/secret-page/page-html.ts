/** Both languages stand beside each other: the page does not know who opens it. Holds nothing about anybody. */
const says = (zh: string, en: string): string => `${zh} <span lang="en">${en}</span>`

const submitSection = `
<section id="submit" hidden>
<h1>${says('提交密钥', 'Hand the secret over')}</h1>
<dl><dt>${says('小程序', 'App')}</dt><dd id="app-label"></dd><dt>AppID</dt><dd id="app-id"></dd></dl>
<p>${says(
  '开发者的服务器用它向平台证明身份：换取用户的登录身份，调用平台接口。',
  'The developer’s server proves itself to the platform with it: to sign people in and to call the platform’s interfaces.',
)}</p>
<p>${says(
  '提交时先向平台核对，通过后加密保存。任何人（包括开发者）都不能再看到它，只显示指纹和日期。',
  'It is checked with the platform, then kept sealed. Nobody can read it again, the developer included: a fingerprint and dates are all that is shown.',
)}</p>
<form id="submit-form" autocomplete="off">
<label for="secret"><span id="secret-name-zh">AppSecret</span> <span lang="en" id="secret-name-en"></span></label>
<input id="secret" type="password" required maxlength="8192" autocomplete="off" autocapitalize="off" spellcheck="false">
<button>${says('核对并保存', 'Check and keep')}</button>
</form>
<p class="note">${says('链接只能用一次，到期时间：', 'The link is good once, until:')} <time id="expires"></time></p>
</section>`

const keptSection = `
<section id="kept" hidden>
<h1>${says('已保存', 'Kept')}</h1>
<p>${says('密钥指纹', 'Fingerprint')} <code id="kept-fingerprint"></code></p>
<p>${says(
  '请保存下面的回执。只显示这一次；凭它可以随时在本页撤回密钥。',
  'Keep this receipt. It is shown this once; with it you can withdraw the secret at any time, on this page.',
)}</p>
<p><code id="receipt" class="receipt"></code></p>
<button id="copy" type="button">${says('复制回执', 'Copy the receipt')}</button>
<p class="note">${says('撤回地址', 'To withdraw')} <code id="page-address"></code></p>
</section>`

const withdrawSection = `
<section id="withdraw" hidden>
<h1>${says('撤回密钥', 'Withdraw a secret')}</h1>
<p>${says('输入提交密钥时得到的回执。', 'Enter the receipt you were given when you handed the secret over.')}</p>
<form id="receipt-form" autocomplete="off">
<label for="given">${says('回执', 'Receipt')}</label>
<input id="given" required maxlength="64" autocomplete="off" autocapitalize="off" spellcheck="false">
<button>${says('查看', 'Look it up')}</button>
</form>
<div id="found" hidden>
<dl><dt>${says('小程序', 'App')}</dt><dd id="found-label"></dd><dt>AppID</dt><dd id="found-id"></dd>
<dt>${says('密钥指纹', 'Fingerprint')}</dt><dd><code id="found-fingerprint"></code></dd>
<dt>${says('提交时间', 'Kept since')}</dt><dd><time id="found-since"></time></dd></dl>
<p id="state-kept" hidden>${says(
  '撤回后服务器立刻忘记这个密钥，用户不能再登录，直到提交新的密钥。',
  'Once withdrawn the server forgets this secret at once, and nobody can sign in until another is handed over.',
)}</p>
<p id="state-replaced" hidden>${says('这个密钥已被新的取代，服务器不再保存它。', 'Another secret took its place; this one is no longer kept.')}</p>
<p id="state-withdrawn" hidden>${says('已撤回，服务器不再保存它。', 'Withdrawn: it is no longer kept.')}</p>
<button id="withdraw-button" type="button" class="danger" hidden>${says('撤回', 'Withdraw')}</button>
</div>
</section>`

export const secretPageHtml = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>提交密钥 · Hand a secret over</title>
<link rel="stylesheet" href="page.css">
<script src="page.js" defer></script>
<main>
<noscript><p>${says('请打开 JavaScript:链接里的口令不会自己发给服务器。', 'Please allow JavaScript: what the link holds is not sent to a server by itself.')}</p></noscript>
${submitSection}
${keptSection}
${withdrawSection}
<p id="gone" hidden>${says(
  '链接或回执无效：可能已用过、已过期，或没有复制完整。请向开发者要一个新的链接。',
  'This link or receipt is not good: used already, expired, or not copied whole. Ask the developer for a new link.',
)}</p>
<p id="later" hidden>${says('暂时没有完成，请稍后再试。', 'That could not be done just now. Please try again later.')}</p>
<ul id="words" role="status" hidden></ul>
</main>
</html>
`
