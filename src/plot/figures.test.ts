// What the figures of the later lessons say: where frames stand, what notes count, what is refused.
import { afterEach, describe, expect, it } from 'vitest'
import { corr2d } from '../conv/correlate.ts'
import { edgeImage, receptiveField } from '../conv.ts'
import { tf } from '../native/tensorflow.ts'
import { type Language, setLanguage } from '../words/language.ts'
import { confusionMatrix } from './confusion-matrix.ts'
import { parameterCounts } from './counts.ts'
import { equivarianceMaps } from './equivariance.ts'
import type { Figure } from './figure.ts'
import { heatmap } from './heatmap.ts'
import { image } from './image.ts'
import { receptiveField as drawReceptiveField } from './receptive-field.ts'
import { series } from './series.ts'
import { slidingWindow } from './sliding-window.ts'
import { spy } from './spy.ts'
import { volumeSlices } from './volume-slices.ts'
import { weightFields } from './weight-fields.ts'
import { weightPath } from './weight-path.ts'

const titleOf = ({ layout }: Figure) => JSON.stringify(layout.title)
const X = [
  [0, 1, 2],
  [3, 4, 5],
  [6, 7, 8],
]
const K = [
  [0, 1],
  [2, 3],
]

describe('language', () => {
  afterEach(() => setLanguage('en'))

  it('is English, the one that was set, or the one of the figure', () => {
    expect(titleOf(heatmap(X))).toContain('Heat map')
    setLanguage('zh')
    expect(titleOf(heatmap(X))).toContain('热图')
    expect(titleOf(heatmap(X, { language: 'en', title: { en: 'Mine', zh: '我的' } }))).toContain('Mine')
    expect(() => setLanguage('fr' as Language)).toThrow("There are no words in the language 'fr'. Use 'en' or 'zh'.")
  })
})

describe('an image in colour', () => {
  it('is a PNG, thinned when it is large', () => {
    expect(image([[[1, 0, 0]]]).data[0]).toMatchObject({
      type: 'image',
      source: expect.stringMatching(/^data:image\/png/),
    })
    const large = image(Array.from({ length: 600 }, () => Array.from({ length: 400 }, () => [0, 0, 1])))
    expect(large.data[0]).toMatchObject({ dx: 2, dy: 2 })
    expect(titleOf(large)).toContain('each pixel stands for 2 × 2')
  })

  it('has three channels', () => {
    expect(() => image([[[1, 0]]])).toThrow('Pixel [0, 0] is not [red, green, blue].')
  })
})

describe('the weights of one output pixel', () => {
  it('stand on the input and by offset, and the frame stays in the middle of the offsets', () => {
    const W = [[[[1, 2]], [[3, 4]]]]
    const { frames } = weightFields(W)
    expect(frames?.map(({ data }) => data)).toEqual([
      [{ z: [[1, 2]] }, { z: [[0, 1, 2]] }],
      [{ z: [[3, 4]] }, { z: [[3, 4, 0]] }],
    ])
    const middles = frames?.map(({ layout }) => layout)
    expect(middles).toMatchObject([{ shapes: [{ x0: -0.5 }, { x0: 0.5 }] }, { shapes: [{ x0: 0.5 }, { x0: 0.5 }] }])
  })

  it('are not followed through more than 50 outputs', () => {
    const W = [Array.from({ length: 51 }, () => [[1]])]
    expect(() => weightFields(W)).toThrow('The layer has 51 output pixels.')
  })
})

describe('a sliding window', () => {
  it('fills the output place by place, frames the window, and writes the sum out', () => {
    const { frames } = slidingWindow(X, K)
    expect(frames?.map(({ data }) => data)).toEqual([
      [
        {
          z: [
            [19, null],
            [null, null],
          ],
        },
      ],
      [
        {
          z: [
            [19, 25],
            [null, null],
          ],
        },
      ],
      [
        {
          z: [
            [19, 25],
            [37, null],
          ],
        },
      ],
      [
        {
          z: [
            [19, 25],
            [37, 43],
          ],
        },
      ],
    ])
    expect(frames?.[1]?.layout).toMatchObject({
      shapes: [
        { x0: 0.5, x1: 2.5, y0: -0.5, y1: 1.5 },
        { xref: 'x3', x0: 0.5, y0: -0.5 },
      ],
    })
    expect(JSON.stringify(frames?.[0]?.layout)).toContain('0·0 + 1·1 + 3·2 + 4·3 = <b>19</b>')
  })

  it('moves by the stride over the padding', () => {
    const { frames } = slidingWindow(X, K, { padding: 1, stride: 2 })
    expect(frames?.at(-1)).toMatchObject({
      data: [
        {
          z: [
            [0, 8],
            [21, 43],
          ],
        },
      ],
      layout: { shapes: [{ x0: 1.5, y0: 1.5 }, {}] },
    })
  })

  it('has at most about fifty steps, and says so', () => {
    const figure = slidingWindow(
      Array.from({ length: 12 }, () => Array(16).fill(1)),
      K,
    )
    expect(figure.frames).toHaveLength(42)
    expect(titleOf(figure)).toContain('a step for every 4 of 165 places')
    expect(() => slidingWindow([Array(17).fill(0)], [[1]])).toThrow('The input is 1 × 17, too large')
  })
})

describe('equivariance', () => {
  const circular = (map: number[][]) => map.map((row) => row.map((value, j) => value - row[(j + 1) % row.length]!))

  it('of a circular layer holds, of a padded one breaks at the edge', () => {
    expect(titleOf(equivarianceMaps(circular, edgeImage(), [0, 3]))).toContain('yes: no difference anywhere')
    const padded = (map: number[][]) => corr2d(map, [[1, 0, -1]], { padding: [0, 1] })
    expect(titleOf(equivarianceMaps(padded, edgeImage(), [0, 1]))).toContain('only in columns 0, 1, 7')
  })

  it('may be computed with tensors, which are gone afterwards', () => {
    const before = tf.memory().numTensors
    const figure = equivarianceMaps((map) => tf.tensor2d(map).mul(2), edgeImage(), [0, 1])
    expect(titleOf(figure)).toContain('yes')
    expect(tf.memory().numTensors).toBe(before)
  })

  it('counts the shift in output pixels, and takes the nearest whole one', () => {
    const halved = (map: number[][]) =>
      map.filter((_, i) => i % 2 === 0).map((row) => row.filter((_, j) => j % 2 === 0))
    const stripes = Array.from({ length: 4 }, () => [1, 0, 2, 0, 3, 0, 4, 0])
    expect(titleOf(equivarianceMaps(halved, stripes, [0, 2], { outputStride: 2 }))).toContain('yes')
    expect(titleOf(equivarianceMaps(halved, stripes, [0, 1], { outputStride: 2 }))).toContain('no: relative error 1')
  })
})

describe('a spy plot', () => {
  it('leaves zeros out and counts', () => {
    const figure = spy([
      [1, 0],
      [0, -1],
    ])
    expect(figure.data[0]).toMatchObject({
      z: [
        [1, null],
        [null, -1],
      ],
    })
    expect(titleOf(figure)).toContain('2 × 2: 2 of 4 are not zero, 2 different values')
  })

  it('loses no entry of a large matrix', () => {
    const rows = Array.from({ length: 400 }, () => Array<number>(400).fill(0))
    rows[399]![7] = -5
    const figure = spy(rows)
    expect(JSON.stringify(figure.data[0])).toContain('-5')
    expect(titleOf(figure)).toContain('each point is the strongest of 3 × 3')
  })
})

describe('a weight path', () => {
  const bowl = (kernel: readonly (readonly number[])[]) => kernel.flat().reduce((sum, weight) => sum + weight ** 2, 0)

  it('starts at the first kernel, over the logarithm of the loss', () => {
    const { data } = weightPath([[[1, 0]], [[0.1, 0]]], bowl)
    expect(data[1]).toMatchObject({ x: [1, 0.1], y: [0, 0] })
    expect(data[0]).toMatchObject({ type: 'heatmap', x: expect.any(Array) })
  })

  it('needs two weights and two kernels', () => {
    expect(() => weightPath([[[1, 2, 3]], [[1, 2, 3]]], bowl)).toThrow('A kernel of 3 weights has no place in a plane.')
    expect(() => weightPath([[[1, 2]]], bowl)).toThrow('A path needs two kernels or more.')
    expect(() => weightPath([[[1, 2]], [[1, 1]]], () => Number.NaN)).toThrow('The loss of a kernel is NaN.')
  })
})

it('a receptive field frames the pixels that count, in the padding too', () => {
  const field = receptiveField([{ kernel: 3, padding: 1 }])
  const { data, layout } = drawReceptiveField(X, { conv: field }, { at: [0, 0] })
  expect(data[1]).toMatchObject({
    name: 'conv: 3 × 3',
    x: [-1.5, 1.5, 1.5, -1.5, -1.5],
    y: [-1.5, -1.5, 1.5, 1.5, -1.5],
  })
  expect(layout.yaxis).toMatchObject({ range: [2.5, -1.5] })
  expect(() => drawReceptiveField(X, {})).toThrow('There are 0 receptive fields to draw.')
})

describe('a confusion matrix', () => {
  it('colours parts of rows and writes counts', () => {
    const figure = confusionMatrix([
      [3, 1],
      [0, 4],
    ])
    expect(figure.data[0]).toMatchObject({
      z: [
        [0.75, 0.25],
        [0, 1],
      ],
      text: [
        ['3', '1'],
        ['', '4'],
      ],
      y: ['0', '1'],
    })
    expect(titleOf(figure)).toContain('87.5 % of 8 are right')
  })

  it.each([
    [[[1, 2]], {}, 'The confusion matrix is 1 × 2.'],
    [[[0.5]], {}, 'A count is 0.5.'],
    [[[1]], { labels: ['a', 'b'] }, 'There are 2 labels for 1 classes.'],
  ])('refuses %j', (counts, options, message) => {
    expect(() => confusionMatrix(counts, options)).toThrow(message)
  })
})

describe('slices', () => {
  it('are pictures with one scale', () => {
    const figure = volumeSlices([[[0, 1]], [[2, 4]]])
    expect(figure.frames?.map(({ name }) => name)).toEqual(['0', '1'])
    expect(titleOf(figure)).toContain('2 × 1 × 2; black 0, white 4')
    expect(titleOf(volumeSlices([[[-2, 1]]]))).toContain('blue −2, white 0, red 2')
  })

  it('have one size', () => {
    expect(() => volumeSlices([[[1]], [[1, 2]]])).toThrow('Slice 1 has another size than slice 0.')
    expect(() => volumeSlices([])).toThrow('The volume has no slices.')
  })

  it('are thinned when they are large', () => {
    const slice = Array.from({ length: 200 }, (_, i) =>
      Array.from({ length: 200 }, (_, j) => (i * 7919 + j * 104729) % 251),
    )
    const figure = volumeSlices(Array(60).fill(slice))
    expect(JSON.stringify(figure).length).toBeLessThan(300_000)
    expect(titleOf(figure)).toMatch(/one value of every 2 × \d × \d/)
  })
})

describe('series', () => {
  it('have places and names', () => {
    expect(series([1, 2], { x: ['1958-03', '1958-04'] }).data[0]).toMatchObject({
      x: ['1958-03', '1958-04'],
      y: [1, 2],
    })
    expect(series({ a: Float32Array.of(0.1), b: [2] }).layout.showlegend).toBe(true)
  })

  it('keep their peaks when they are long', () => {
    const values = Array<number>(100_000).fill(0)
    values[77_777] = 9
    const figure = series(values)
    expect(figure.data[0]).toMatchObject({ x: expect.arrayContaining([77_777]), y: expect.arrayContaining([9]) })
    expect(JSON.stringify(figure).length).toBeLessThan(300_000)
  })

  it.each([
    [{}, {}, 'There are 0 series to draw.'],
    [[], {}, 'The series is empty.'],
    [{ long: [1, 2] }, { x: [1] }, "'long' has 2 values, but x has 1."],
  ])('refuse %j', (lines, options, message) => {
    expect(() => series(lines, options)).toThrow(message)
  })
})

it('counts may be of anything', () => {
  expect(JSON.stringify(parameterCounts({ a: 1 }, { unit: 'bytes' }).layout.xaxis)).toContain('bytes (logarithmic)')
})
