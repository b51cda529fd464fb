// Images: grey ones as numbers that a reader may hover, colour ones as the picture itself.
// Rule: 0 is black and 1 is white (or full colour), whatever numbers occur, so that two images can be compared.
import { type Matrix, ShapeError } from '../conv/shape.ts'
import { type Say, sayIn } from '../words/language.ts'
import { imageScale } from './color.ts'
import { type Figure, frame, headline, type PictureTrace, rowsAndColumns, timesOf } from './figure.ts'
import type { FigureOptions } from './figure-options.ts'
import { type Drawable, fit, isTensorLike, placed, rowsOf, type TensorLike } from './grid.ts'
import { colorbar, mapAxes, mapSize, shapeOf } from './heatmap.ts'
import { pngAddress, type Rgb } from './png.ts'

/** A colour image: rows of pixels, each [red, green, blue] from 0 to 1. */
export type ColorImage = readonly (readonly (readonly number[])[])[]

/**
 * An image: grey, [height, width] or [height, width, 1], or in colour, [height, width, 3], as rows or as a tensor. 0 is
 * black, 1 is white or full colour, and what lies outside is drawn as 0 or 1. Large images are averaged or thinned, and
 * the note below the title says so.
 *
 * Throws a TypeError for what is no matrix, a ShapeError for another number of channels.
 *
 * @example
 * ```ts
 * plot.image(photograph('boats'), { title: 'Nagasaki, about 1865' })
 * plot.image(colorPhotograph('raccoon')).data[0].type // → 'image'
 * plot.image(tf.zeros([8, 8, 2])) // throws The image has shape [8, 8, 2].
 * ```
 */
export function image(X: Drawable | ColorImage, options: FigureOptions = {}): Figure {
  if (!isTensorLike(X)) return isColorImage(X) ? inColor(rowColors(X), options) : grey(X, options)
  const channels = X.shape.length === 3 ? X.shape[2] : 1
  return channels === 1 ? grey(withoutChannel(X), options) : inColor(tensorColors(X), options)
}

/** Most pixels of a colour figure: its PNG stays below 300 kB even if all of them differ. */
const mostPixels = 256 * 256

function grey(X: Drawable, options: FigureOptions): Figure {
  const rows = rowsOf(X, 'X')
  const { maps, side, note } = fit([rows])
  const say = sayIn(options)
  const unit = { en: 'brightness', zh: '亮度' }
  return {
    data: [{ ...greyTrace(maps[0]!, say), ...placed(side), colorbar: colorbar(say, unit) }],
    layout: {
      ...frame(headline(options, imageName, [shapeOf(rows), note]), mapSize(maps[0]!.length, maps[0]![0]!.length, 96)),
      ...mapAxes(say, false),
    },
  }
}

/** A grey image as a trace: 0 is black, 1 is white. */
export function greyTrace(z: number[][], say: Say) {
  const names = rowsAndColumns(say)
  const hovertemplate = `${names.y} %{y}, ${names.x} %{x}: %{z}<extra></extra>`
  return { type: 'heatmap', z, ...imageScale, hovertemplate } as const
}

function inColor(pixels: Rgb[][], options: FigureOptions): Figure {
  const [height, width] = [pixels.length, pixels[0]!.length]
  const step = Math.ceil(Math.sqrt((height * width) / mostPixels))
  const thinned = pixels.filter((_, i) => i % step === 0).map((row) => row.filter((_, j) => j % step === 0))
  const note = { en: `each pixel stands for ${step} × ${step}`, zh: `每个像素代表 ${step} × ${step} 个` }
  const title = headline(options, imageName, [timesOf([height, width, 3]), step === 1 ? '' : note])
  const picture: PictureTrace = { type: 'image', source: pngAddress(thinned), ...placed(step), hoverinfo: 'x+y' }
  return {
    data: [picture],
    layout: { ...frame(title, mapSize(height, width, 24)), ...mapAxes(sayIn(options), false) },
  }
}

const imageName = { en: 'Image', zh: '图像' }

function isColorImage(X: Matrix | ColorImage): X is ColorImage {
  return Array.isArray(X?.[0]?.[0])
}

function rowColors(X: ColorImage): Rgb[][] {
  return X.map((row, i) =>
    row.map((pixel, j) => {
      if (Array.isArray(pixel) && pixel.length === 3) return bytesOf(pixel)
      throw new ShapeError(
        `Pixel [${i}, ${j}] is not [red, green, blue]. Give three numbers from 0 to 1 for each pixel.`,
      )
    }),
  )
}

function tensorColors(X: TensorLike): Rgb[][] {
  const [height, width, channels] = X.shape
  if (channels !== 3) {
    throw new ShapeError(`The image has shape [${X.shape.join(', ')}]. Give [height, width] or [height, width, 3].`)
  }
  const values = X.dataSync()
  const at = (place: number) => bytesOf([values[place]!, values[place + 1]!, values[place + 2]!])
  return Array.from({ length: height! }, (_, i) => Array.from({ length: width! }, (_, j) => at((i * width! + j) * 3)))
}

function withoutChannel(X: TensorLike): TensorLike {
  return X.shape.length === 3 ? { shape: X.shape.slice(0, 2), dataSync: () => X.dataSync() } : X
}

function bytesOf(color: readonly number[]): Rgb {
  const [red, green, blue] = color.map((part) => Math.round(Math.min(1, Math.max(0, part)) * 255))
  return [red!, green!, blue!]
}
