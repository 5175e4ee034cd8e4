import type { CardWords } from './types'

// WeChat shows cards at 5 to 4: https://developers.weixin.qq.com/miniprogram/dev/reference/api/Page.html
export const cardWidth = 500
export const cardHeight = 400

// The light theme: the card appears in another person's chat, whose theme is unknown.
const [background, ink, quiet, accent, track] = ['#F5F7F3', '#16201A', '#55615A', '#14804E', '#E2F4EA']
const [margin, stroke] = [40, 14]

type Brush = Pick<
  CanvasRenderingContext2D,
  'fillStyle' | 'strokeStyle' | 'lineWidth' | 'lineCap' | 'font' | 'fillRect' | 'fillText' | 'measureText'
> &
  Pick<CanvasRenderingContext2D, 'beginPath' | 'arc' | 'stroke'>

/** A large figure, a ring cropped at the corner, and quiet text. */
export function drawCard(brush: Brush, { figure, unit, caption, brand }: CardWords): void {
  brush.fillStyle = background
  brush.fillRect(0, 0, cardWidth, cardHeight)

  brush.lineWidth = stroke
  brush.lineCap = 'round'
  arc(brush, track, 0, 2)
  arc(brush, accent, 0.62, 1.5)

  brush.fillStyle = accent
  brush.font = '600 26px sans-serif'
  brush.fillText(brand, margin, 70)

  brush.fillStyle = ink
  brush.font = '600 112px sans-serif'
  brush.fillText(figure, margin, 250)
  const { width } = brush.measureText(figure)
  brush.font = '600 34px sans-serif'
  brush.fillText(unit, margin + width + 14, 250)

  brush.fillStyle = quiet
  brush.font = '400 28px sans-serif'
  brush.fillText(caption, margin, 320, cardWidth - 2 * margin)
}

/** From and to in halves of a turn. */
function arc(brush: Brush, colour: string, from: number, to: number): void {
  brush.strokeStyle = colour
  brush.beginPath()
  brush.arc(cardWidth - 50, 60, 130, from * Math.PI, to * Math.PI)
  brush.stroke()
}
