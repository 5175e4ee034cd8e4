import { renderSVG } from 'uqr'

export interface Label {
  trail: string
  number: number
  code: string
}

const width = 200
const height = 250
const columns = 3

/** An SVG sheet of QR labels, three to a row, to be printed and stuck on bikes. `link` comes before each code. */
export function renderLabelSheet(labels: readonly Label[], link: string): string {
  const total = { width: width * columns, height: height * Math.ceil(labels.length / columns) }
  const drawn = labels.map(({ trail, number, code }, index) => {
    const at = `translate(${(index % columns) * width} ${Math.floor(index / columns) * height})`
    const qr = renderSVG(link + code, { border: 2 }).replace('<svg ', '<svg x="20" y="10" width="160" height="160" ')
    return `<g transform="${at}">${qr}${line(200, 24, `${number} 号车`)}${line(224, 12, trail)}${line(240, 8, code)}</g>`
  })
  const box = `width="${total.width}" height="${total.height}" viewBox="0 0 ${total.width} ${total.height}"`
  return `<svg xmlns="http://www.w3.org/2000/svg" ${box}>${drawn.join('')}</svg>`
}

const line = (y: number, size: number, words: string) =>
  `<text x="${width / 2}" y="${y}" font-size="${size}" text-anchor="middle" font-family="sans-serif">${escapeXml(words)}</text>`

const escapeXml = (words: string) => words.replace(/[<>&]/g, (character) => `&#${character.charCodeAt(0)};`)
