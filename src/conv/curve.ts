// A small curve as SVG, for displays that change several times a second.
// Rule: it is drawn from at most 200 points, in colours that read on a light and on a dark page; numbers are text.

interface Point {
  x: number
  y: number
}

/** A curve's parts: its name, a line, dots, the x at its right end and the y at its top (the largest unless told). */
interface Curve {
  title: string
  width: number
  top?: number
  line: readonly Point[]
  dots: readonly Point[]
}

const [boxWidth, boxHeight] = [300, 130]
const inside = { left: 40, right: 8, top: 22, bottom: 18 }
const lineColor = '#3a8fd6'
const dotColor = '#e69f00'

/** The drawing, 300 × 130 pixels, its y axis from 0. The title says that the dots are the test set's. */
export function curve({ title, width, top, line, dots }: Curve): string {
  const thin = thinned(line, 200)
  const highest = top ?? Math.max(...thin.map(({ y }) => y), ...dots.map(({ y }) => y), Number.MIN_VALUE)
  const place = ({ x, y }: Point): [string, string] => [
    (inside.left + (x / width) * (boxWidth - inside.left - inside.right)).toFixed(1),
    (boxHeight - inside.bottom - (y / highest) * (boxHeight - inside.top - inside.bottom)).toFixed(1),
  ]
  const [floor, ceiling] = [boxHeight - inside.bottom, inside.top]
  const marks = dots.map(place).map(([x, y]) => `<circle cx="${x}" cy="${y}" r="3.5" fill="${dotColor}"/>`)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${boxWidth}" height="${boxHeight}" font-size="11" font-family="sans-serif" fill="#7a7a7a">`,
    `<text x="${inside.left}" y="13" font-size="12">${title}${dots.length > 0 ? ' (dots: test set)' : ''}</text>`,
    `<path d="M${inside.left} ${ceiling}V${floor}H${boxWidth - inside.right}" fill="none" stroke="#7a7a7a"/>`,
    `<text x="${inside.left - 4}" y="${ceiling + 8}" text-anchor="end">${short(highest)}</text>`,
    `<text x="${inside.left - 4}" y="${floor}" text-anchor="end">0</text>`,
    `<text x="${boxWidth - inside.right}" y="${boxHeight - 5}" text-anchor="end">step ${width}</text>`,
    `<polyline points="${thin.map((point) => place(point).join(',')).join(' ')}" fill="none" stroke="${lineColor}" stroke-width="1.5"/>`,
    ...marks,
    '</svg>',
  ].join('')
}

/** At most `most` points: the means of neighbouring ones. */
function thinned(points: readonly Point[], most: number): Point[] {
  const size = Math.ceil(points.length / most)
  return Array.from({ length: Math.ceil(points.length / Math.max(size, 1)) }, (_, index) => {
    const group = points.slice(index * size, (index + 1) * size)
    const mean = (pick: (point: Point) => number) => group.reduce((sum, point) => sum + pick(point), 0) / group.length
    return { x: mean(({ x }) => x), y: mean(({ y }) => y) }
  })
}

function short(value: number): string {
  return String(Number(value.toPrecision(2)))
}
