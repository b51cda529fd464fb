// Objects of other libraries that know how they look: a canvas, a Vega or Vega-Lite chart, an element of HTML or SVG.
// Rule: known by the method or property that these libraries share, as Deno's kernel does; each library stays outside.
import type { MimeBundle } from '../protocol/messages.ts'
import { toJson } from './json.ts'

/** The bundle of such an object, or undefined if `value` is something else. */
export function renderForeign(value: object): MimeBundle | undefined {
  return canvasBundle(value) ?? chartBundle(value) ?? elementBundle(value)
}

/** A canvas (node-canvas, @napi-rs/canvas, skia-canvas) draws itself into `data:image/png;base64,…`. */
function canvasBundle(value: object): MimeBundle | undefined {
  if (!('toDataURL' in value) || typeof value.toDataURL !== 'function') return undefined
  const [, mime, content] = /^data:([^;,]+);base64,(.*)$/s.exec(String(value.toDataURL())) ?? []
  if (mime === undefined) return undefined
  const size = 'width' in value && 'height' in value ? ` ${value.width}×${value.height}` : ''
  return { [mime]: content, 'text/plain': `Canvas${size}` }
}

/** A chart's own specification names its schema and version, by which front ends choose the renderer. */
function chartBundle(value: object): MimeBundle | undefined {
  const spec: unknown = 'toSpec' in value && typeof value.toSpec === 'function' ? value.toSpec() : value
  if (typeof spec !== 'object' || spec === null || !('$schema' in spec)) return undefined
  const [, library, version] = /\/schema\/(vega|vega-lite)\/v(\d+)/.exec(String(spec.$schema)) ?? []
  if (library === undefined) return undefined
  const name = library === 'vega' ? 'vega' : 'vegalite'
  const title = library === 'vega' ? 'Vega' : 'Vega-Lite'
  return { [`application/vnd.${name}.v${version}+json`]: toJson(spec), 'text/plain': `${title} chart` }
}

/** An element of a DOM in Node (jsdom, linkedom, happy-dom) or of a browser. */
function elementBundle(value: object): MimeBundle | undefined {
  if (!('outerHTML' in value) || typeof value.outerHTML !== 'string') return undefined
  const source = value.outerHTML
  return { [source.startsWith('<svg') ? 'image/svg+xml' : 'text/html']: source, 'text/plain': source }
}
