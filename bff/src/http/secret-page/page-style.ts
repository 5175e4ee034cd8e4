export const secretPageStyle = `:root { color-scheme: light dark; --ink: #1d2733; --quiet: #55606d; --ground: #fff; --line: #c9d1d9; --accent: #0b6b4f; --danger: #a3261d }
@media (prefers-color-scheme: dark) { :root { --ink: #e8edf2; --quiet: #a7b2bd; --ground: #14191f; --line: #3a444f; --accent: #4cc9a0; --danger: #ff8a80 } }
* { box-sizing: border-box }
body { margin: 0; background: var(--ground); color: var(--ink); font: 17px/1.6 system-ui, "PingFang SC", "Noto Sans CJK SC", sans-serif }
main { max-width: 560px; margin: 0 auto; padding: 32px 20px }
h1 { font-size: 26px; line-height: 1.3 }
[lang=en] { color: var(--quiet); font-size: .88em }
h1 [lang=en] { display: block; font-weight: 400; font-size: 17px }
p > [lang=en] { display: block }
dl { display: grid; grid-template-columns: auto 1fr; gap: 4px 20px }
dt { color: var(--quiet) } dd { margin: 0; overflow-wrap: anywhere }
form { display: grid; gap: 10px; margin: 24px 0 }
input, button { min-height: 48px; padding: 8px 14px; border: 1px solid var(--line); border-radius: 12px; background: none; color: inherit; font: inherit }
button { width: 100%; border-color: var(--accent); background: var(--accent); color: var(--ground); cursor: pointer }
button [lang=en] { color: inherit }
button.danger { border-color: var(--danger); background: none; color: var(--danger) }
button:disabled { opacity: .5; cursor: default }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
code { overflow-wrap: anywhere } .receipt { display: block; padding: 14px; border: 1px dashed var(--line); border-radius: 12px; user-select: all }
.note { color: var(--quiet); font-size: 15px }
#words, #gone, #later { padding: 14px 20px; border-left: 4px solid var(--danger); list-style: none }
`
