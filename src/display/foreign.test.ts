import { expect, it } from 'vitest'
import { render } from './render.ts'

const schema = (name: string) => ({ $schema: `https://example.org/schema/${name}.json`, mark: 'bar' })
const chart = (mime: string, name: string, title: string) => ({
  [`application/vnd.${mime}+json`]: schema(name),
  'text/plain': `${title} chart`,
})

const cases: [what: string, value: object, bundle: object][] = [
  [
    'a canvas',
    { width: 4, height: 3, toDataURL: () => 'data:image/png;base64,AQI=' },
    { 'image/png': 'AQI=', 'text/plain': 'Canvas 4×3' },
  ],
  ['a Vega-Lite builder', { toSpec: () => schema('vega-lite/v5') }, chart('vegalite.v5', 'vega-lite/v5', 'Vega-Lite')],
  ['a Vega-Lite specification', schema('vega-lite/v4'), chart('vegalite.v4', 'vega-lite/v4', 'Vega-Lite')],
  ['a Vega specification', schema('vega/v5'), chart('vega.v5', 'vega/v5', 'Vega')],
  ['an element', { outerHTML: '<p>1</p>' }, { 'text/html': '<p>1</p>', 'text/plain': '<p>1</p>' }],
  ['an SVG element', { outerHTML: '<svg/>' }, { 'image/svg+xml': '<svg/>', 'text/plain': '<svg/>' }],
  ['a JSON schema is a plain object', { $schema: 'draft-07' }, { 'text/plain': "{ '$schema': 'draft-07' }" }],
]

it.each(cases)('%s', (_, value, bundle) => {
  expect(render(value)).toEqual(bundle)
})

it('a proxy that shows itself is its own text', () => {
  const shown = { [Symbol.for('Jupyter.display')]: () => ({ 'text/html': '1' }), toJSON: 1 }
  expect(render(new Proxy(shown, {}))).toMatchObject({ 'text/plain': expect.stringMatching(/^\{/) })
})
