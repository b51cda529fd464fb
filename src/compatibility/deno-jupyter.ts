// Deno's display API (`Deno.jupyter`), on this kernel, for notebooks that were written for Deno's.
// Rule: what it accepts and what it shows is Deno's (cli/js/40_jupyter.js, June 2026), also where our own API does more:
// its `html` escapes nothing. Its one addition is text/plain in every bundle.
import { display as displayValue } from '../display/display.ts'
import { image as pictureOf } from '../display/image-file.ts'
import { kernelOutlet } from '../display/outlet.ts'
import { displayKey, type Displayable as OurDisplayable, render } from '../display/render.ts'

/** The method by which an object shows itself: `[Deno.jupyter.$display]() { return { 'text/html': '…' } }`. */
export const $display: typeof displayKey = displayKey

/** One value by MIME type; images are base64. */
export interface MediaBundle {
  'text/plain'?: string
  'text/html'?: string
  'text/markdown'?: string
  'image/svg+xml'?: string
  'image/png'?: string
  'image/jpeg'?: string
  'image/gif'?: string
  'application/javascript'?: string
  'application/pdf'?: string
  'application/json'?: object
  [mime: string]: string | object | undefined
}

export interface Displayable {
  [$display]: () => MediaBundle | Promise<MediaBundle>
}

export interface DisplayOptions {
  /** The object is a bundle already. */
  raw?: boolean
  /** Replaces what was shown under `display_id`. */
  update?: boolean
  display_id?: string
}

/** Shows `obj` below the cell. */
export async function display(obj: unknown, options: DisplayOptions = {}): Promise<void> {
  const { raw = false, update = false, display_id: id } = options
  const shown = raw && isBundle(obj) ? { [$display]: () => obj } : obj
  await displayValue(shown, id === undefined ? undefined : { id, update })
}

/** HTML, with what is put in as it is: Deno.jupyter.html`<b>${text}</b>`. */
export const html: (strings: TemplateStringsArray, ...values: unknown[]) => Displayable = tagFor('text/html')
export const md: (strings: TemplateStringsArray, ...values: unknown[]) => Displayable = tagFor('text/markdown')
export const svg: (strings: TemplateStringsArray, ...values: unknown[]) => Displayable = tagFor('image/svg+xml')

/** The picture in a file or in its bytes. */
export function image(source: string | Uint8Array): OurDisplayable {
  return pictureOf(source)
}

/** The bundle by which `obj` is shown. */
export async function format(obj: unknown): Promise<MediaBundle> {
  const bundle = await render(obj)
  return isBundle(bundle) ? bundle : { 'text/plain': String(obj) }
}

/** Sends a message of any type to every front end: `display_data`, `comm_msg`, … Throws an Error outside a notebook. */
export async function broadcast(
  type: string,
  content: Record<string, unknown>,
  { metadata = {}, buffers = [] }: { metadata?: Record<string, unknown>; buffers?: Uint8Array[] } = {},
): Promise<void> {
  const outlet = kernelOutlet()
  if (outlet === undefined) throw new Error('No front end listens. Call Deno.jupyter.broadcast in a notebook.')
  outlet.broadcast({ type, content, metadata, buffers })
}

function tagFor(mime: string) {
  return (strings: TemplateStringsArray, ...values: unknown[]): Displayable => {
    const content = String.raw({ raw: strings }, ...values.map((value) => value ?? ''))
    return { [$display]: () => ({ [mime]: content, 'text/plain': content }) }
  }
}

function isBundle(value: unknown): value is MediaBundle {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
