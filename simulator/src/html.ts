const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? '')

/** The frame of every page that the simulator shows. `title` is plain text, `content` is HTML. */
export const page = (title: string, content: string): string => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>
:root { color-scheme: light dark; --bg: #f5f7f3; --surface: #fff; --ink: #16201a; --ink-2: #55615a; --line: #e3e8e2; --accent: #14804e }
@media (prefers-color-scheme: dark) { :root { --bg: #0d1310; --surface: #161e19; --ink: #eaf2ed; --ink-2: #a7b4ac; --line: #26302a; --accent: #43cc8a } }
body { margin: 0; background: var(--bg); color: var(--ink); font: 16px/1.5 system-ui, sans-serif }
main { max-width: 640px; margin: 0 auto; padding: 28px 20px 40px }
h1 { font-size: 20px } h2 { font-size: 16px; margin-top: 28px } p { color: var(--ink-2) }
.card { background: var(--surface); border: 1px solid var(--line); border-radius: 20px; overflow: hidden }
.row { display: flex; align-items: center; gap: 16px; min-height: 44px; padding: 12px 20px; color: inherit; text-decoration: none; border-top: 1px solid var(--line) }
.row:first-child { border-top: 0 } a.row:hover, a.row:focus-visible { background: var(--bg) }
.row img { width: 44px; height: 44px; border-radius: 50% } .row small { display: block; color: var(--ink-2) }
a { color: var(--accent) } code { font-size: 14px; overflow-wrap: anywhere }
</style>
</head>
<body><main>
${content}
</main></body>
</html>
`
