// Heat maps and images: the cells as one embedded PNG, the numbers in them as text.
// Rule: small maps become a PNG of at least 128 pixels a side, because viewers that do not know `image-rendering` would
// blur them; large ones lose columns and rows, for a page has little room for more than 512.
import { escapeHtml } from '../html.ts'
import { encodePng } from '../png.ts'
import { type Axis, pixelOf, placeOf } from './axis.ts'
import { colorRange, type Rgb, readableOn, scaleOf } from './color.ts'
import { type Fields, fieldsOf, listOf, numberOf, textOf } from './fields.ts'
import { formatted, shortText } from './number.ts'
import { plain, round, textElement, textWidth } from './text.ts'
import { stepOf, typeOf, valuesOf } from './traces.ts'

const [fewestPixels, mostPixels] = [128, 512]

/** One heat map, contour or image trace. */
export function drawCells(trace: Fields, x: Axis, y: Axis): string {
  // A picture from elsewhere is left out: the file of a notebook asks nobody for anything.
  const source = /^data:image\//.test(textOf(trace.source)) ? textOf(trace.source) : ''
  if (source === '' && listOf(listOf(trace.z)[0]).length === 0) return ''
  const [left, right] = endsOf(trace, x)
  const [top, bottom] = endsOf(trace, y)
  const href = escapeHtml(source) || `data:image/png;base64,${pngOf(trace, left > right, top > bottom)}`
  const place = `x="${round(Math.min(left, right))}" y="${round(Math.min(top, bottom))}"`
  const size = `width="${round(Math.abs(right - left))}" height="${round(Math.abs(bottom - top))}"`
  const rendering = 'preserveAspectRatio="none" style="image-rendering:pixelated"'
  return `<image ${place} ${size} ${rendering} href="${href}"/>${numbersIn(trace, x, y)}`
}

/** The values of a heat map, row after row; what is not a number is NaN, a hole. */
function valuesIn(trace: Fields): number[][] {
  return listOf(trace.z).map((row) => listOf(row).map((value) => numberOf(value, Number.NaN)))
}

/** The numbers at the ends of the trace's colour scale. */
export function rangeOfCells(trace: Fields): [number, number] {
  let [least, largest] = [Infinity, -Infinity]
  for (const row of listOf(trace.z)) {
    for (const value of listOf(row)) {
      if (typeof value !== 'number') continue
      if (value < least) least = value
      if (value > largest) largest = value
    }
  }
  return colorRange(trace, 'z', least, largest)
}

/** Pixels of the outer edges of the first and of the last column or row. */
function endsOf(trace: Fields, axis: Axis): [number, number] {
  const values = valuesOf(trace, axis.letter)
  const half = axis.kind === 'linear' || axis.kind === 'date' ? stepOf(values) / 2 : 0.5
  const [first, last] = [placeOf(axis, values[0]), placeOf(axis, values.at(-1))]
  const sign = first <= last ? 1 : -1
  return [pixelOf(axis, first - sign * half), pixelOf(axis, last + sign * half)]
}

function pngOf(trace: Fields, mirrored: boolean, upsideDown: boolean): string {
  const pixels = typeOf(trace) === 'image' ? imagePixels(trace) : heatPixels(trace)
  const [rows, columns] = [pixels.length, pixels[0]!.length]
  const grown = Math.ceil(fewestPixels / Math.min(rows, columns))
  const scale = Math.min(grown, Math.max(1, Math.floor(mostPixels / Math.max(rows, columns))))
  const [height, width] = [Math.min(mostPixels, rows * scale), Math.min(mostPixels, columns * scale)]
  const picture = new Uint32Array(height * width)
  for (let i = 0; i < height; i++) {
    const row = Math.floor((i * rows) / height)
    const pixelsOfRow = pixels[upsideDown ? rows - 1 - row : row]!
    for (let j = 0; j < width; j++) {
      const column = Math.floor((j * columns) / width)
      picture[i * width + j] = pixelsOfRow[mirrored ? columns - 1 - column : column] ?? 0
    }
  }
  return encodePng({ width, height, data: new Uint8Array(picture.buffer) })
}

/** Colours of cells as the four bytes of a PNG's pixel; 0 is a hole. */
type Pixels = number[][]

function heatPixels(trace: Fields): Pixels {
  const [low, high] = rangeOfCells(trace)
  const scale = scaleOf(trace.colorscale, trace.reversescale === true)
  const bytes = Array.from({ length: shades }, (_, shade) => bytesOf(scale(shade / (shades - 1))))
  const shadeOf = (value: number) => Math.round(Math.min(1, Math.max(0, (value - low) / (high - low))) * (shades - 1))
  return valuesIn(trace).map((row) => row.map((value) => (Number.isNaN(value) ? 0 : bytes[shadeOf(value)]!)))
}

/** More shades than a byte has values: between two of them nobody sees a difference. */
const shades = 512

function imagePixels(trace: Fields): Pixels {
  return listOf(trace.z).map((row) =>
    listOf(row).map((pixel) => {
      const [red, green, blue] = listOf(pixel).map((part) => numberOf(part, 0))
      return bytesOf([red ?? 0, green ?? 0, blue ?? 0])
    }),
  )
}

/** Opaque, and in the order of bytes of every machine that Node runs on: red is the lowest. */
function bytesOf([red, green, blue]: Rgb): number {
  return ((255 << 24) | (Math.round(blue) << 16) | (Math.round(green) << 8) | Math.round(red)) >>> 0
}

function numbersIn(trace: Fields, x: Axis, y: Axis): string {
  const template = textOf(trace.texttemplate)
  if (template === '') return ''
  const [columns, rows] = [valuesOf(trace, 'x'), valuesOf(trace, 'y')]
  if (columns.length * rows.length > 2500) return ''
  const values = valuesIn(trace)
  const texts = values.map((row, i) =>
    row.map((z, j) => filled(template, { z, x: columns[j], y: rows[i] }, trace, i, j)),
  )
  const [left, right] = endsOf(trace, x)
  const [top, bottom] = endsOf(trace, y)
  const [width, height] = [Math.abs(right - left) / columns.length, Math.abs(bottom - top) / rows.length]
  const font = fieldsOf(trace.textfont)
  const widest = Math.max(1, ...texts.flat().map((text) => textWidth(text, 1)))
  const size = Math.min(numberOf(font.size, 12), height * 0.8, (width * 0.9) / widest)
  if (size < 5) return ''
  const [low, high] = rangeOfCells(trace)
  const scale = scaleOf(trace.colorscale, trace.reversescale === true)
  return texts
    .flatMap((row, i) =>
      row.map((text, j) => {
        const value = values[i]![j]!
        if (text === '' || Number.isNaN(value)) return ''
        const place = { x: pixelOf(x, placeOf(x, columns[j])), y: pixelOf(y, placeOf(y, rows[i])) + size * 0.36 }
        const color = textOf(font.color, readableOn(scale((value - low) / (high - low))))
        return textElement(text, { ...place, size, color, anchor: 'middle' })
      }),
    )
    .join('')
}

function filled(template: string, values: Record<string, unknown>, trace: Fields, i: number, j: number): string {
  const text = textOf(listOf(listOf(trace.text)[i])[j])
  return template.replace(/%\{(\w+)(?::([^}]*))?\}/g, (_, name: string, format = '') => {
    const value = name === 'text' ? text : values[name]
    if (typeof value !== 'number') return plain(textOf(value))
    if (Number.isNaN(value)) return ''
    return format === '' ? shortText(value) : formatted(value, format)
  })
}
