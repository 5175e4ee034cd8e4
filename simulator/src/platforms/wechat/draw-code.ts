import { createHash } from 'node:crypto'
import { escapeHtml } from '../../html.ts'

const sizePixels = 430
const rays = 48
const rings = 6

/** An SVG in the shape of a mini-program code that says what it is: no phone can scan it, but a person can read it. */
export function drawCode(scene: string): Buffer {
  const bits = createHash('sha512').update(scene).digest()
  const isInked = (dot: number) => ((bits[(dot >> 3) % bits.length] ?? 0) & (1 << (dot & 7))) !== 0
  const dots = Array.from({ length: rays * rings }, (_, dot) => dot)
    .filter(isInked)
    .map((dot) => {
      const angle = (2 * Math.PI * (dot % rays)) / rays
      const radius = 116 + 15 * Math.floor(dot / rays)
      const [x, y] = [sizePixels / 2 + radius * Math.cos(angle), sizePixels / 2 + radius * Math.sin(angle)]
      return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="5"/>`
    })
  const line = (y: number, size: number, text: string) =>
    `<text x="215" y="${y}" font-size="${size}" text-anchor="middle" font-family="monospace">${escapeHtml(text)}</text>`
  const half = Math.ceil(scene.length / 2)
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${sizePixels}" height="${sizePixels}" viewBox="0 0 ${sizePixels} ${sizePixels}">
<title>模拟的小程序码：${escapeHtml(scene)}</title>
<rect width="100%" height="100%" fill="#fff"/>
${dots.join('')}
${line(198, 18, '模拟的小程序码')}${line(226, 16, scene.slice(0, half))}${line(246, 16, scene.slice(half))}
</svg>
`,
  )
}
