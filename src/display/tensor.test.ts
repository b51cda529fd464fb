import * as tf from '@tensorflow/tfjs'
import { decode } from 'fast-png'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { renderTensor } from './tensor.ts'

beforeEach(() => tf.engine().startScope())
afterEach(() => tf.engine().endScope())

function textOf(tensor: object): unknown {
  return renderTensor(tensor)?.['text/plain']
}

function pictureOf(tensor: object) {
  return decode(Buffer.from(String(renderTensor(tensor)?.['image/png']), 'base64'))
}

describe('as text', () => {
  const cases: [what: string, tensor: () => tf.Tensor, text: string][] = [
    ['a scalar', () => tf.scalar(0.1), 'Tensor float32 []\n0.1'],
    ['a vector', () => tf.tensor1d([1, 2.5]), 'Tensor float32 [2]\n[1.0, 2.5]'],
    [
      'a small matrix in one line',
      () =>
        tf.tensor2d([
          [19, 25],
          [37, 43],
        ]),
      'Tensor float32 [2, 2]\n[[19, 25], [37, 43]]',
    ],
    ['a long vector', () => tf.range(0, 100), 'Tensor float32 [100]\n[0, 1, 2, 3, 4, …, 95, 96, 97, 98, 99]'],
    [
      'a cube',
      () => tf.range(0, 8).reshape([2, 2, 2]),
      'Tensor float32 [2, 2, 2]\n[[[0, 1], [2, 3]], [[4, 5], [6, 7]]]',
    ],
    [
      'six axes',
      () => tf.range(0, 2).reshape([1, 1, 2, 1, 1, 1]),
      'Tensor float32 [1, 1, 2, 1, 1, 1]\n[[[[[[0]]], [[[1]]]]]]',
    ],
    ['int32', () => tf.tensor1d([2147483647, -5], 'int32'), 'Tensor int32 [2]\n[2147483647, -5]'],
    ['bool', () => tf.tensor1d([true, false], 'bool'), 'Tensor bool [2]\n[true, false]'],
    ['string', () => tf.tensor1d(['a', "it's"]), `Tensor string [2]\n['a', "it's"]`],
    ['complex64', () => tf.complex([1, 2], [3, -4]), 'Tensor complex64 [2]\n[1 + 3i, 2 - 4i]'],
    ['a variable', () => tf.variable(tf.ones([2]), true, 'w'), 'Variable float32 [2] w\n[1, 1]'],
    ['no values', () => tf.zeros([0, 3]), 'Tensor float32 [0, 3]\nno values'],
  ]

  it.each(cases)('%s', (_, tensor, text) => {
    const shown = tensor()
    expect(textOf(shown)).toBe(text)
    if ('trainable' in shown) tf.dispose(shown)
  })

  it('a matrix too long for a line stands in aligned rows', () => {
    expect(
      textOf(
        tf.tensor2d(
          [
            [1, 200, 3, 4],
            [10, 2, 3, 400000],
          ].map((row) => [...row, ...row, ...row]),
        ),
      ),
    ).toBe(
      [
        'Tensor float32 [2, 12]',
        '[[ 1, 200, 3,      4,  1, 200, 3,      4,  1, 200, 3,      4],',
        ' [10,   2, 3, 400000, 10,   2, 3, 400000, 10,   2, 3, 400000]]',
      ].join('\n'),
    )
  })

  it('a disposed tensor says so', () => {
    const tensor = tf.ones([2, 2])
    tensor.dispose()
    expect(textOf(tensor)).toBe('Tensor float32 [2, 2]\ndisposed: its values are gone')
  })

  it('a tensor of many small matrices is summed up', () => {
    expect(textOf(tf.range(0, 120).reshape([2, 3, 4, 5]))).toBe(
      'Tensor float32 [2, 3, 4, 5]\nmin 0, max 119, mean 59.5; first values 0, 1, 2, 3, 4, 5, 6, 7, …',
    )
  })

  it('a long batch of rows is not a picture', () => {
    expect(textOf(tf.zeros([10, 100, 20]))).toContain('first values')
  })

  it('NaN is counted, not averaged', () => {
    expect(textOf(tf.tensor4d([Number.NaN, ...Array(99).fill(1)], [1, 1, 10, 10]))).toContain(
      'mean 1, 1 NaN or infinite',
    )
  })
})

describe('as a table', () => {
  it('has a cell for each value and an index for each row and column', () => {
    const html = String(
      renderTensor(
        tf.tensor2d([
          [19, 25],
          [37, 43],
        ]),
      )?.['text/html'],
    )
    expect([...html.matchAll(/<t[hd][^>]*>([^<]*)/g)].map(([, text]) => text)).toEqual([
      '',
      '0',
      '1',
      '0',
      '19',
      '25',
      '1',
      '37',
      '43',
    ])
  })

  it('shows ten rows and columns of a large matrix, and is quick', () => {
    const tensor = tf.zeros([1000, 1000])
    const started = performance.now()
    const html = String(renderTensor(tensor)?.['text/html'])
    expect(performance.now() - started).toBeLessThan(200)
    expect(html.match(/<td/g)).toHaveLength(11 * 11)
    expect(html.length).toBeLessThan(30_000)
  })

  it('has a small matrix as text below it', () => {
    expect(
      renderTensor(
        tf.tensor2d([
          [19, 25],
          [37, 43],
        ]),
      )?.['text/html'],
    ).toContain('>[[19, 25], [37, 43]]<')
  })

  it('escapes strings', () => {
    const html = renderTensor(tf.tensor1d(['<script>']))?.['text/html']
    expect(html).toContain('&lt;script&gt;')
    expect(html).not.toContain('<script>')
  })
})

describe('as pictures', () => {
  it('a grey image is enlarged, its smallest value black and its largest white', () => {
    const picture = pictureOf(tf.tensor3d([...Array(32).fill(-1), ...Array(32).fill(1)], [8, 8, 1]))
    expect([picture.width, picture.height]).toEqual([256, 256])
    expect([...picture.data.slice(0, 4), ...picture.data.slice(-4)]).toEqual([0, 0, 0, 255, 255, 255, 255, 255])
  })

  it.each([1, 255])('a photograph of values up to %d keeps its colours', (most) => {
    const pixel = [most, 0, 0]
    const picture = pictureOf(tf.tensor3d(Array.from({ length: 64 }, () => pixel).flat(), [8, 8, 3]))
    expect([...picture.data.slice(0, 4)]).toEqual([255, 0, 0, 255])
  })

  it('three channels with negative values are three maps', () => {
    expect(textOf(tf.range(-96, 96).reshape([8, 8, 3]))).toContain('3 maps')
  })

  it('maps stand side by side in the order of their channels', () => {
    const picture = pictureOf(
      tf.tensor4d(
        Array.from({ length: 200 }, (_, place) => place % 2),
        [1, 10, 10, 2],
      ),
    )
    expect([picture.width, picture.height]).toEqual([90 + 2 + 90, 90])
    expect([picture.data[0], picture.data[91 * 4], picture.data[92 * 4]]).toEqual([0, 128, 255])
  })

  it('large maps stand in rows that fit the page', () => {
    const picture = pictureOf(tf.ones([203, 254, 8]))
    expect([picture.width, picture.height]).toEqual([4 * 127 + 3 * 2, 2 * 102 + 2])
  })

  it('at most sixteen of a batch are shown', () => {
    expect(textOf(tf.zeros([32, 28, 28, 1]))).toContain('16 of 32 images, all values are equal')
    expect(textOf(tf.randomNormal([2, 10, 10, 20]))).toContain('16 of 40 maps')
  })

  it('a square kernel [height, width, in, out] is read along its last axis', () => {
    const picture = pictureOf(
      tf.tensor4d(
        Array.from({ length: 50 }, (_, place) => place % 2),
        [5, 5, 1, 2],
      ),
    )
    expect([picture.data[0], picture.data[(90 + 2) * 4]]).toEqual([0, 255])
  })

  it('a large photograph is shrunk', () => {
    const picture = pictureOf(tf.zeros([600, 1200, 3]))
    expect([picture.width, picture.height]).toEqual([400, 200])
    expect(textOf(tf.zeros([600, 1200, 3]))).toContain('every 3rd pixel')
  })

  it('what is not a number is a hole', () => {
    expect(pictureOf(tf.tensor3d([Number.NaN, ...Array(63).fill(1)], [8, 8, 1])).data[3]).toBe(0)
  })
})

it('leaves no tensor behind', () => {
  const tensors = [tf.ones([2]), tf.ones([8, 8, 3]), tf.complex([1], [2]), tf.tensor(['a']), tf.ones([3, 3, 9, 9])]
  const before = tf.memory()
  for (const tensor of tensors) renderTensor(tensor)
  expect(tf.memory()).toEqual(before)
})

it('knows a tensor by its form', () => {
  expect(renderTensor({ shape: [2], dtype: 'float32' })).toBeUndefined()
  expect(textOf({ shape: [2], dtype: 'float32', dataId: {}, dataSync: () => new Float32Array([1, 2]) })).toBe(
    'Tensor float32 [2]\n[1, 2]',
  )
})
