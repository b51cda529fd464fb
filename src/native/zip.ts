// Reads chosen files out of a zip archive (a Python wheel, a Java jar) without holding the archive in memory: the
// library inside is 565 MB. Format: PKWARE's APPNOTE 6.3.10, sections 4.3.7 (local), 4.3.12 (directory), 4.3.16 (end).
// Rule: a file is written whole and with its checksum right, or extraction fails.
import { createReadStream, createWriteStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { crc32, createInflateRaw } from 'node:zlib'

interface Entry {
  name: string
  deflated: boolean
  crc: number
  packedSize: number
  size: number
  offset: number
}

const chunkSize = 1 << 20

/**
 * Extracts every entry for which `target` names a file, and returns the names of those entries.
 *
 *     await extract('x.whl', (name) => (name.endsWith('/LICENSE') ? '/tmp/LICENSE' : undefined))
 *
 * @throws when the file is no zip archive, is larger than 4 GB (zip64), or an entry is damaged.
 */
export async function extract(archive: string, target: (name: string) => string | undefined): Promise<string[]> {
  const file = await open(archive)
  try {
    const extracted: string[] = []
    for (const entry of await readDirectory(file, archive)) {
      const path = target(entry.name)
      if (path === undefined) continue
      await extractEntry(archive, entry, await dataOffset(file, entry), path)
      extracted.push(entry.name)
    }
    return extracted
  } finally {
    await file.close()
  }
}

async function readDirectory(file: FileHandle, archive: string): Promise<Entry[]> {
  const { size } = await file.stat()
  const tailLength = Math.min(size, 22 + 0xffff)
  const tail = await readAt(file, size - tailLength, tailLength)
  const end = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end < 0 || end + 22 > tail.length) throw new Error(`${archive} is not a whole zip archive.`)
  const directory = await readAt(file, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12))
  const entries: Entry[] = []
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === 0x02014b50; ) {
    const nameLength = directory.readUInt16LE(at + 28)
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      deflated: directory.readUInt16LE(at + 10) === 8,
      crc: directory.readUInt32LE(at + 16),
      packedSize: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  if (entries.length !== tail.readUInt16LE(end + 10)) throw new Error(`The directory of ${archive} is damaged.`)
  return entries
}

/** Where an entry's bytes begin: its local header repeats the name and has extra fields of its own length. */
async function dataOffset(file: FileHandle, entry: Entry): Promise<number> {
  const header = await readAt(file, entry.offset, 30)
  return entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
}

async function extractEntry(archive: string, entry: Entry, start: number, path: string): Promise<void> {
  let size = 0
  let crc = 0
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      size += chunk.length
      crc = crc32(chunk, crc)
      next(null, chunk)
    },
  })
  // A read stream's end is inclusive, so it cannot be empty.
  const end = start + entry.packedSize - 1
  const packed = end < start ? Readable.from([]) : createReadStream(archive, { start, end, highWaterMark: chunkSize })
  const output = createWriteStream(path)
  if (entry.deflated) await pipeline(packed, createInflateRaw({ chunkSize }), measure, output)
  else await pipeline(packed, measure, output)
  if (size !== entry.size || crc !== entry.crc) throw new Error(`${entry.name} in ${archive} is damaged.`)
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position)
  return buffer.subarray(0, bytesRead)
}
