// What `mapImages` keeps and what it changes.
// Rule: two digits suffice.
import { expect, test } from 'vitest'
import { digits } from './digits.ts'
import { mapImages } from './map-images.ts'

const { test: set } = digits({ train: 0, test: 2 })

test('each image is changed on its own, labels and the given set stay', () => {
  const before = set.images.slice()
  const changed = mapImages(set, (image, index) => image.map((row) => row.map((value) => value + index)))
  expect(changed.images.slice(0, 784)).toEqual(before.slice(0, 784))
  expect(changed.images.slice(784)).toEqual(before.slice(784).map((value) => value + 1))
  expect(changed.labels).toBe(set.labels)
  expect(set.images).toEqual(before)
})

test('an image of another size is refused', () => {
  expect(() => mapImages(set, (image) => image.slice(1))).toThrow(
    "Image 0 came back as [27, 28], the set's images are [28, 28]. Keep their size.",
  )
})
