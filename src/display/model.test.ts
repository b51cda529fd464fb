import * as tf from '@tensorflow/tfjs'
import { expect, it } from 'vitest'
import { render } from './render.ts'

it('a model is a table of its layers', () => {
  const model = tf.sequential({
    name: 'small',
    layers: [
      tf.layers.conv2d({ name: 'conv', inputShape: [28, 28, 1], filters: 6, kernelSize: 5 }),
      tf.layers.flatten({ name: 'flat' }),
      tf.layers.dense({ name: 'out', units: 10 }),
    ],
  })
  expect(render(model)).toEqual({
    'text/html': expect.stringContaining('<table'),
    'text/plain': [
      'Model small: 34,726 parameters',
      '      layer    output shape        parameters',
      'conv  Conv2D   [batch, 24, 24, 6]         156',
      'flat  Flatten  [batch, 3456]                0',
      'out   Dense    [batch, 10]              34570',
    ].join('\n'),
  })
})

it('a model without layers says that it is not built', () => {
  expect(render(tf.sequential({ name: 'empty' }))).toMatchObject({
    'text/plain': expect.stringMatching(/^Model empty: not built yet/),
  })
})
