// `image`: a picture from a file or from bytes, as a value that shows itself.
// Rule: the file is read when `image` is called, so that a mistake in its name is an error of that line.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { MimeBundle } from '../protocol/messages.ts'
import { renderImage } from './image.ts'
import { type Displayable, displayKey } from './render.ts'

/**
 * The picture in a PNG, JPEG, GIF, WebP or SVG file, given by its path (from the notebook's folder) or as its bytes.
 * Throws an Error if there is no such file, a TypeError if it is no such picture.
 *
 *     image('photographs/boats.png')
 */
export function image(source: string | Uint8Array): Displayable {
  const bytes = typeof source === 'string' ? read(source) : source
  const bundle = renderImage(bytes) ?? svgBundle(bytes)
  if (bundle === undefined) {
    const what = typeof source === 'string' ? source : `This (${source.length} bytes)`
    throw new TypeError(`${what} is no picture that can be shown. Give a PNG, JPEG, GIF, WebP or SVG file.`)
  }
  return { [displayKey]: () => bundle }
}

function read(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch (error) {
    const reason =
      error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'is not there' : 'cannot be read'
    throw new Error(`${path} ${reason}. It was looked for at ${resolve(path)}.`, { cause: error })
  }
}

/** SVG is text without a signature: an optional byte order mark, declarations and comments, then the element. */
function svgBundle(bytes: Uint8Array): MimeBundle | undefined {
  const start = Buffer.from(bytes.subarray(0, 1000)).toString('utf8')
  if (!/^\uFEFF?\s*(?:<\?xml[\s\S]*?\?>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE[^>]*>\s*)*<svg[\s/>]/i.test(start))
    return undefined
  const text = Buffer.from(bytes).toString('utf8')
  return { 'image/svg+xml': text, 'text/plain': `SVG image, ${bytes.length} bytes` }
}
