import { View } from '@tarojs/components'
import type { CSSProperties } from 'react'
import { role } from './aria'
import styles from './line-31.module.css'

export interface LinePoint {
  /** `null` breaks the line. */
  value: number | null
  /** The label for screen readers. */
  words: string
}

interface Line31Props {
  id?: string
  /** The label of the chart. */
  name: string
  points: LinePoint[]
}

const width = 300
const height = 64
/** Half of the stroke and a little more, so that the stroke is not clipped at the edges. */
const edge = 3

/** A thin line through the days, from zero to the highest value. */
export function Line31({ id, name, points }: Line31Props) {
  const label = [name, ...points.map(({ words }) => words)].join(', ')
  const line = { '--line': `url("data:image/svg+xml,${encodeURIComponent(drawing(points))}")` } as CSSProperties

  return <View {...(id && { id })} className={styles.line} style={line} aria-label={label} {...role('img')} />
}

/** A mask: the colour comes from the style sheet. */
function drawing(points: LinePoint[]): string {
  const highest = Math.max(1, ...points.map(({ value }) => value ?? 0))
  const step = (width - 2 * edge) / Math.max(1, points.length - 1)
  let isPenDown = false
  const path = points.map(({ value }, at) => {
    const move = isPenDown ? 'L' : 'M'
    isPenDown = value !== null
    if (value === null) return ''
    const [x, y] = [edge + at * step, height - edge - (value / highest) * (height - 2 * edge)]
    // A day between two unknown ones is a dot.
    return `${move}${x.toFixed(1)} ${y.toFixed(1)}${move === 'M' ? 'h.1' : ''}`
  })
  return `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${width} ${height}' preserveAspectRatio='none'><path d='${path.join('')}' fill='none' stroke='#000' stroke-width='2.5' stroke-linecap='round' stroke-linejoin='round' vector-effect='non-scaling-stroke'/></svg>`
}
