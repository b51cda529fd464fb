// Ten thousand handwritten digits, and their division into what a network learns from and what it is tested with.
// Rule: a division depends on its seed alone, and no image is in both halves.
import { createRng } from '../conv/random.ts'
import { matrixAt, type Pixels, readPixels } from './png.ts'

/** How many of each digit there are, 0 to 9; the file holds them in this order. */
const counts = [1001, 1127, 991, 1032, 980, 863, 1014, 1070, 944, 978]
const total = 10_000
const side = 28

/** Images and what they show, ready for tf.tensor4d(images, shape) and tf.tensor1d(labels, 'int32'). */
export interface LabelledImages {
  /** One image after the other, each row by row: 0 paper to 1 ink. */
  images: Float32Array
  /** The shape, [how many, 28, 28, 1]: images, rows, columns, channels. */
  shape: [count: number, height: number, width: number, channels: number]
  /** The digit that each image shows, 0 to 9. */
  labels: Int32Array
}

/** How many images, and which division. */
export interface DigitsOptions {
  /** Images to learn from; 8,000 unless told. */
  train?: number
  /** Images to test with; 2,000 unless told. */
  test?: number
  /** The division; 0 unless told. With the same seed more of one half begins with what less of it had. */
  seed?: number
}

/**
 * Handwritten digits of MNIST, 28 × 28, shuffled by the seed: the training set is taken from the front, the test set from
 * the back.
 *
 * Throws a RangeError when the two need more than 10,000, or for a number that is no whole one; a DataFileError when the
 * file is absent or damaged.
 *
 * @example
 * ```ts
 * const { train, test } = digits({ train: 1000, test: 500 })
 * train.shape // → [1000, 28, 28, 1]
 * test.labels.length // → 500
 * ```
 */
export function digits(options: DigitsOptions = {}): { train: LabelledImages; test: LabelledImages } {
  const { train = 8000, test = 2000, seed = 0 } = options
  requireCount(train, 'train')
  requireCount(test, 'test')
  if (train + test > total) {
    throw new RangeError(
      `There are 10,000 digits, but train ${train} and test ${test} need ${train + test}. Take fewer.`,
    )
  }
  const order = createRng(seed).shuffle(Array.from({ length: total }, (_, index) => index))
  const montage = readPixels('digits.png')
  return { train: pick(montage, order.slice(0, train)), test: pick(montage, order.reverse().slice(0, test)) }
}

/**
 * One image of a set as a matrix [28, 28], to look at. Throws a RangeError when the set has no such image.
 *
 * @example
 * ```ts
 * const { test } = digits({ train: 0, test: 10 })
 * digitImage(test, 0).length // → 28
 * test.labels[0] // → 3
 * ```
 */
export function digitImage(set: LabelledImages, index: number): number[][] {
  const [count, height, width] = set.shape
  if (!(Number.isInteger(index) && index >= 0 && index < count)) {
    throw new RangeError(`The set has no image ${index}. Use a whole number from 0 to ${count - 1}.`)
  }
  const all = { width, height: count * height, channels: 1, data: set.images }
  return matrixAt(all, { top: index * height, left: 0, height, width })
}

function pick(montage: Pixels, order: number[]): LabelledImages {
  const images = new Float32Array(order.length * side * side)
  order.forEach((index, place) => {
    images.set(imageAt(montage, index), place * side * side)
  })
  return { images, shape: [order.length, side, side, 1], labels: Int32Array.from(order, labelOf) }
}

/** The montage has 100 images in a row. */
function imageAt({ width, data }: Pixels, index: number): Float32Array {
  const image = new Float32Array(side * side)
  const start = Math.floor(index / 100) * side * width + (index % 100) * side
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      image[row * side + column] = data[start + row * width + column]! / 255
    }
  }
  return image
}

function labelOf(index: number): number {
  let before = 0
  return counts.findIndex((count) => {
    before += count
    return index < before
  })
}

function requireCount(count: number, name: string): void {
  if (Number.isSafeInteger(count) && count >= 0) return
  throw new RangeError(`${name} is ${count}. Use a whole number from 0 to 10,000.`)
}
