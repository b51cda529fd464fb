import * as tf from '@tensorflow/tfjs'
import { describe, expect, it } from 'vitest'
import { image } from './image-file.ts'
import { render } from './render.ts'
import { type Fragment, html, md, svg, tex } from './tags.ts'

const png = Buffer.from('89504e470d0a1a0a', 'hex')

describe('a tag makes content of its type', () => {
  it.each<[what: string, fragment: Fragment, mime: string, source: string]>([
    ['html', html`<b>${1}</b>`, 'text/html', '<b>1</b>'],
    ['svg', svg`<svg><circle r="${2}"/></svg>`, 'image/svg+xml', '<svg><circle r="2"/></svg>'],
    ['md', md`# ${'a'} < b`, 'text/markdown', '# a < b'],
    ['tex', tex`\frac{${1}}{n}`, 'text/latex', '$\\displaystyle \\frac{1}{n}$'],
  ])('%s', (_, fragment, mime, source) => {
    expect(render(fragment)).toEqual({ [mime]: source, 'text/plain': source })
    expect(`${fragment}`).toBe(source)
  })
})

describe('in HTML', () => {
  it.each<[what: string, fragment: Fragment, source: string]>([
    ['text is escaped', html`<i title="${'"<pad>"'}">`, '<i title="&quot;&lt;pad&gt;&quot;">'],
    ['HTML is not', html`<p>${html`<b>${'&'}</b>`}</p>`, '<p><b>&amp;</b></p>'],
    ['nor is SVG', html`<p>${svg`<svg/>`}</p>`, '<p><svg/></p>'],
    ['a list is joined', html`${['a', 'b'].map((word) => html`<li>${word}</li>`)}`, '<li>a</li><li>b</li>'],
    ['nothing is nothing', html`<p>${undefined}${null}${false}</p>`, '<p></p>'],
    ['zero is something', html`${0}`, '0'],
    [
      'a picture is shown',
      html`${image(png)}`,
      '<img src="data:image/png;base64,iVBORw0KGgo=" alt="PNG image, 8 bytes">',
    ],
    ['an object is its text', html`${{ a: 1 }}`, '{ a: 1 }'],
  ])('%s', (_, fragment, source) => {
    expect(String(fragment)).toBe(source)
  })

  it('a tensor is its table', () => {
    expect(String(html`<p>${tf.tensor1d([19, 25])}</p>`)).toMatch(/^<p><div.*>19<.*>25<.*<\/p>$/s)
  })
})
