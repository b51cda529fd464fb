// A set of images with each one changed: shifted, permuted, made noisy.
// Rule: the labels and the order stay, and the given set is left as it was.
import { type Matrix, matrixShape, ShapeError } from '../conv/shape.ts'
import { digitImage, type LabelledImages } from './digits.ts'

/**
 * The set with each image replaced by what `change` makes of it, [height, width] → [height, width]; labels are shared.
 *
 * For experiments on what a model ignores. Throws a ShapeError when an image comes back in another size. Introduced in
 * notebooks/11-lenet.
 *
 * @example
 * ```ts
 * const { test } = digits({ train: 0, test: 10 })
 * const moved = mapImages(test, (image) => shift(image, [0, 3], { paddingMode: 'zeros' }))
 * moved.images[14 * 28 + 17] === test.images[14 * 28 + 14] // → true
 * ```
 */
export function mapImages(set: LabelledImages, change: (image: number[][], index: number) => Matrix): LabelledImages {
  const [count, height, width] = set.shape
  const images = new Float32Array(set.images.length)
  for (let index = 0; index < count; index++) {
    const changed = change(digitImage(set, index), index)
    const [rows, columns] = matrixShape(changed, `The changed image ${index}`)
    if (rows !== height || columns !== width) {
      throw new ShapeError(
        `Image ${index} came back as [${rows}, ${columns}], the set's images are [${height}, ${width}]. Keep their size.`,
      )
    }
    images.set(changed.flat(), index * height * width)
  }
  return { ...set, images }
}
