// Image files: bytes that begin like a PNG, a JPEG, a GIF or a WebP show themselves as the picture.
// Rule: what counts is the file's signature, never a name or a type that somebody claims.
import type { MimeBundle } from '../protocol/messages.ts'

interface Format {
  name: string
  mime: string
  /** What the file's bytes begin with, in hexadecimal. */
  signature: RegExp
}

// https://www.w3.org/TR/png-3/#3PNGsignature; ITU-T T.81 B.1.1.3 (a start-of-image marker, then another marker);
// GIF 89a section 17 (GIF87a, GIF89a); RFC 9649 section 2.4 (RIFF, four bytes of size, WEBP)
const formats: Format[] = [
  { name: 'PNG', mime: 'image/png', signature: /^89504e470d0a1a0a/ },
  { name: 'JPEG', mime: 'image/jpeg', signature: /^ffd8ff/ },
  { name: 'GIF', mime: 'image/gif', signature: /^47494638(?:37|39)61/ },
  { name: 'WebP', mime: 'image/webp', signature: /^52494646.{8}57454250/ },
]
const longestSignature = 12

/** The bundle of an image file's bytes, or undefined if `value` is something else. */
export function renderImage(value: object): MimeBundle | undefined {
  if (!(value instanceof Uint8Array)) return undefined
  const start = Buffer.from(value.subarray(0, longestSignature)).toString('hex')
  const format = formats.find(({ signature }) => signature.test(start))
  if (format === undefined) return undefined
  return { [format.mime]: toBase64(value), 'text/plain': `${format.name} image, ${value.length} bytes` }
}

/** Bytes as the base64 text in which a MIME bundle carries them. */
export function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
}
