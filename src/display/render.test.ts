import { inspect } from 'node:util'
import * as tf from '@tensorflow/tfjs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodePng } from './png.ts'
import { displayKey, render } from './render.ts'

function textOf(value: unknown): unknown {
  const bundle = render(value)
  return bundle instanceof Promise ? bundle : bundle?.['text/plain']
}

describe('plain values look as in the REPL', () => {
  const circular: { self?: unknown } = {}
  circular.self = circular
  const cases: [what: string, value: unknown, text: string][] = [
    ['a number', 2, '2'],
    ['a string is quoted', 'it', "'it'"],
    ['null', null, 'null'],
    [
      'a nested array',
      [
        [19, 25],
        [37, 43],
      ],
      '[ [ 19, 25 ], [ 37, 43 ] ]',
    ],
    ['a map', new Map([['a', 1]]), "Map(1) { 'a' => 1 }"],
    ['a promise', Promise.resolve(1), 'Promise { 1 }'],
    ['a circular object', circular, '<ref *1> { self: [Circular *1] }'],
    [
      'a getter is not called',
      Object.defineProperty({}, 'a', { get: () => expect.fail(), enumerable: true }),
      '{ a: [Getter] }',
    ],
    ['a proxy', new Proxy({}, { get: () => () => 1 }), 'Proxy [ {}, { get: [Function: get] } ]'],
  ]

  it.each(cases)('%s', (_, value, text) => {
    expect(render(value)).toEqual({ 'text/plain': text })
  })

  it('undefined shows nothing', () => {
    expect(render(undefined)).toBeUndefined()
  })
})

describe('an object that shows itself', () => {
  it('gives its own bundle, with text beside it', () => {
    expect(render({ [displayKey]: () => ({ 'text/html': '<b>1</b>' }) })).toEqual({
      'text/html': '<b>1</b>',
      'text/plain': '{ [Symbol(Jupyter.display)]: [Function: [Jupyter.display]] }',
    })
  })

  it('may promise it', async () => {
    const bundle = render({ [displayKey]: async () => ({ 'text/plain': 'late' }) })
    expect(bundle).toBeInstanceOf(Promise)
    expect(await bundle).toEqual({ 'text/plain': 'late' })
  })

  it('has precedence over its form', () => {
    const figure = { data: [], layout: {}, [displayKey]: () => ({ 'text/plain': 'mine' }) }
    expect(render(figure)).toEqual({ 'text/plain': 'mine' })
  })

  it('may be a class or a function', () => {
    expect(render(Object.assign(() => 1, { [displayKey]: () => ({ 'text/plain': 'f' }) }))).toEqual({
      'text/plain': 'f',
    })
  })

  it('sends bytes as base64 and JSON as JSON', () => {
    const bundle = { 'image/gif': new Uint8Array([1, 2]), 'application/json': { n: 1n }, 'text/plain': '' }
    expect(render({ [displayKey]: () => bundle })).toEqual({
      'image/gif': 'AQI=',
      'application/json': { n: 1 },
      'text/plain': '',
    })
  })

  it('shows nothing with an empty bundle', () => {
    expect(render({ [displayKey]: () => ({}) })).toBeUndefined()
  })
})

describe('a rendering that fails costs only the rich form', () => {
  const note = '(Shown as text because its own rendering failed. Error: no)'

  it('when it throws', () => {
    const value = {
      [displayKey]: () => {
        throw new Error('no')
      },
    }
    expect(textOf(value)).toBe(`${inspect(value)}\n${note}`)
  })

  it('when its promise rejects', async () => {
    expect(await render({ a: 1, [displayKey]: () => Promise.reject(new Error('no')) })).toEqual({
      'text/plain': expect.stringContaining(note),
    })
  })

  it('when it returns no bundle', () => {
    expect(textOf({ [displayKey]: () => 'x' })).toContain('must return an object')
  })

  it('when a trap of a proxy throws', () => {
    expect(
      textOf(
        new Proxy(
          {},
          {
            has: () => {
              throw new Error('no')
            },
          },
        ),
      ),
    ).toContain(note)
  })

  it('when a figure contains itself', () => {
    const figure = { data: [{}], layout: {} }
    Object.assign(figure.layout, { figure })
    expect(textOf(figure)).toContain('Converting circular structure to JSON')
  })

  it('when even inspecting throws', () => {
    const hostile = {
      [inspect.custom]: () => {
        throw new Error('no')
      },
      get [Symbol.toStringTag](): string {
        throw new Error('no')
      },
    }
    expect(textOf(hostile)).toBe('[object that cannot be shown: it throws when it is looked at]')
  })
})

describe('tensors, figures, image files', () => {
  it('a tensor is a table', () => {
    expect(render(tf.scalar(1))).toEqual({
      'text/html': expect.stringContaining('<table'),
      'text/plain': 'Tensor float32 []\n1',
    })
  })

  it('a list of tensors shows each, and at most eight', () => {
    const texts = String(textOf(tf.split(tf.range(0, 10), 10))).split('\n')
    expect(texts.slice(0, 2)).toEqual(['[0] Tensor float32 [1]', '[0]'])
    expect(texts).toHaveLength(2 * 8 + 1)
    expect(texts.at(-1)).toBe('… 2 more')
  })

  it('a list of what shows itself shows each', () => {
    const shown = (html: string) => ({ [displayKey]: () => ({ 'text/html': html, 'text/plain': html }) })
    expect(render([shown('<i>a</i>'), shown('<i>b</i>')])).toEqual({
      'text/html': '<div>[0]</div><i>a</i><div>[1]</div><i>b</i>',
      'text/plain': '[0] <i>a</i>\n[1] <i>b</i>',
    })
    expect(textOf([shown('a'), {}])).toMatch(/^\[/)
    expect(render([shown('a'), {}])).not.toHaveProperty('text/html')
  })

  it('a figure is plain JSON', () => {
    const heatmap = { type: 'heatmap', z: [new Float32Array([0.1, Number.NaN]), [1, 2]], hover: () => 1 }
    expect(render({ data: [heatmap], layout: { title: { text: 'Map' } }, config: { staticPlot: true } })).toEqual({
      'application/vnd.plotly.v1+json': {
        data: [
          {
            type: 'heatmap',
            z: [
              [0.1, null],
              [1, 2],
            ],
          },
        ],
        layout: { title: { text: 'Map' } },
        config: { staticPlot: true },
      },
      'image/svg+xml': expect.stringMatching(/^<svg .*<\/svg>$/),
      'text/plain': 'Figure: Map (heatmap 2×2)',
    })
  })

  it('a figure of a hundred thousand markers has no static picture', () => {
    const y = Array.from({ length: 100_000 }, (_, index) => index % 7)
    const bundle = render({ data: [{ y, mode: 'markers' }], layout: {} })
    expect(Object.keys(bundle ?? {})).toEqual(['application/vnd.plotly.v1+json', 'text/plain'])
  })

  it('a figure of many traces is described in a line', () => {
    const data = Array.from({ length: 6 }, () => ({ y: [1, 2, 3] }))
    expect(textOf({ data, layout: {} })).toBe('Figure (scatter 3, scatter 3, scatter 3, scatter 3, 2 more)')
  })

  it('what only resembles a figure is not one', () => {
    expect(textOf({ data: [1], layout: {} })).toBe('{ data: [ 1 ], layout: {} }')
  })

  it('the bytes of a PNG and of a JPEG are the picture', () => {
    const png = encodePng({ width: 1, height: 1, data: new Uint8Array(4) })
    const bytes = Buffer.from(png, 'base64')
    expect(render(bytes)).toEqual({ 'image/png': png, 'text/plain': `PNG image, ${bytes.length} bytes` })
    expect(render(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))).toEqual({
      'image/jpeg': '/9j/4A==',
      'text/plain': 'JPEG image, 4 bytes',
    })
  })
})

it('any value has a text, and a bundle that can cross to another thread', () => {
  const anything = fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withObjectString: true,
    withSet: true,
    withSparseArray: true,
    withTypedArray: true,
  })
  fc.assert(
    fc.property(anything, (value) => {
      const shown = [render(value), render({ [displayKey]: () => ({ 'a/b': value, 'text/html': value }) })]
      expect(shown[0] === undefined || typeof Object(shown[0])['text/plain'] === 'string').toBe(true)
      expect(structuredClone(shown)).toEqual(shown)
    }),
    { numRuns: 200 },
  )
})

describe('large values are short', () => {
  const cases: [what: string, value: () => unknown][] = [
    ['ten million numbers', () => Array(1e7).fill(0)],
    ['ten million floats', () => new Float32Array(1e7)],
    ['a nested array of 1000 × 1000', () => Array.from({ length: 1000 }, () => Array(1000).fill(0.123456789))],
    ['a million keys', () => Object.fromEntries(Array.from({ length: 1e6 }, (_, key) => [`key${key}`, key]))],
    ['a string of a million characters', () => 'x'.repeat(1e6)],
  ]

  it.each(cases)('%s', { timeout: 60_000 }, (_, value) => {
    expect(String(textOf(value())).length).toBeLessThan(21_000)
  })

  it('a dictionary says how many keys it has more, and runs no getter', () => {
    const words = Object.fromEntries(Array.from({ length: 50_000 }, (_, id) => [`word${id}`, id]))
    Object.defineProperty(words, 'word1', { get: () => expect.fail(), enumerable: true })
    const lines = String(textOf(words)).split('\n')
    expect(lines.slice(0, 3)).toEqual(['{', '  word0: 0,', '  word1: [Getter],'])
    expect(lines.slice(-2)).toEqual(['  ... 49,910 more keys', '}'])
    expect(lines).toHaveLength(93)
  })
})
