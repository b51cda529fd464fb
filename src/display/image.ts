// Image files held in memory: bytes that begin like a PNG or a JPEG show themselves as the picture.
// Rule: what counts is the file's signature, never a name or a type that somebody claims.
import type { MimeBundle } from '../protocol/messages.ts'

interface Format {
  name: string
  mime: string
  signature: number[]
}

// https://www.w3.org/TR/png-3/#3PNGsignature and ITU-T T.81 B.1.1.3 (a start-of-image marker, then another marker)
const formats: Format[] = [
  { name: 'PNG', mime: 'image/png', signature: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { name: 'JPEG', mime: 'image/jpeg', signature: [0xff, 0xd8, 0xff] },
]

/** The bundle of an image file's bytes, or undefined if `value` is something else. */
export function renderImage(value: object): MimeBundle | undefined {
  if (!(value instanceof Uint8Array)) return undefined
  const format = formats.find(({ signature }) => signature.every((byte, position) => value[position] === byte))
  if (format === undefined) return undefined
  return { [format.mime]: toBase64(value), 'text/plain': `${format.name} image, ${value.length} bytes` }
}

/** Bytes as the base64 text in which a MIME bundle carries them. */
export function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
}
