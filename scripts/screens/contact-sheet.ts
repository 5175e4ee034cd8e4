import type { Pictures } from './take-pictures.ts'

const style = `
:root { color-scheme: light dark; font: 14px/1.5 system-ui, sans-serif }
body { margin: 28px; background: #8881 }
main { display: grid; grid-template-columns: repeat(auto-fill, minmax(420px, 1fr)); gap: 28px }
section { break-inside: avoid } h2 { font-size: 14px; margin: 0 0 8px }
div { display: flex; gap: 12px; align-items: start } a { flex: 1; min-width: 0 }
img { display: block; width: 100%; aspect-ratio: 390 / 844; object-fit: cover; object-position: top; border-radius: 20px; border: 1px solid #8884 }
`

/** All pictures on one page, by day and by night beside each other; a press shows the whole of one. */
export function contactSheet(pictures: readonly Pictures[]): string {
  const sections = pictures.map(({ scene, files }) => {
    const images = files.map(
      ({ file, scheme }) => `<a href="${file}"><img src="${file}" alt="${scene}, ${scheme}" loading="lazy"></a>`,
    )
    return `<section><h2>${scene}</h2><div>${images.join('')}</div></section>`
  })
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Every screen</title><style>${style}</style></head>
<body><main>
${sections.join('\n')}
</main></body></html>
`
}
