// The files of data/: read from the package's own folder and compared with what was published.
// Rule: never the network; a file that is absent, cut short or altered is an error that names it, never wrong numbers.
// scripts/data.py made the files and printed this table; where they come from stands in data/LICENSES.md.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const published = {
  'airplane.png': { bytes: 27586, sha256: '7f737d870c8a45a9253db7823830a336b2f15ecb7f9aae23aeaf802412203188' },
  'boats.png': { bytes: 29611, sha256: '17e8381b77570177c80a78c832a4a29ff1d7ca59f90f21314107e8b9faa382be' },
  'cat.png': { bytes: 74703, sha256: '8158d3be58f1737ab08e6635d829a8cc366b7650103f1aaaffb5fef792ce5a70' },
  'co2.csv': { bytes: 11125, sha256: '968cf8c9eaedd8df32b1749c5efe3724af4bb6a331a4e50d5dae4114e70da5ba' },
  'digits.png': { bytes: 1643299, sha256: 'f7f6f73322226a5238fbc4ae204c5660d063c90ea47d5cfc978342a2a9070a07' },
  'ecg.csv': { bytes: 44099, sha256: '6b4d13d6f6728c3d47b4769358a59cb890e3b83bf2f3810cc5e4a4cac28bb456' },
  'head.png': { bytes: 88788, sha256: '69a971b8d84c5d35c1df88958b2e2069b6b6f92555762e0cac3b6db21a6963b2' },
  'raccoon.png': { bytes: 109906, sha256: '7ded866b9dfb683d2d68609e06c18a9b048fb195496964f35a143714f0f0ebb7' },
  'rain.png': { bytes: 82115, sha256: '2d358ae8c859b21b72fc8a5be1821fb069776ca57b424610e9a6a12100cb48a0' },
}

/** The files that there are. */
export type DataFile = keyof typeof published

/** The names of all files. */
export const dataFiles = Object.keys(published) as DataFile[]

/** A data file that is absent or is not the one that was published. The message names it and says what to do. */
export class DataFileError extends Error {
  override name = 'DataFileError'
}

/** The bytes of a data file. Throws a DataFileError when the file is absent, cut short or altered. */
export function readDataFile(file: DataFile, folder = packaged): Uint8Array {
  const path = join(folder, file)
  const bytes = readOrSay(path)
  const { bytes: length, sha256 } = published[file]
  if (bytes.length < length) {
    throw new DataFileError(`${path} is cut short: it has ${bytes.length} of ${length} bytes. ${remedy}`)
  }
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
    throw new DataFileError(`${path} is damaged: its content is not what was published (SHA-256 differs). ${remedy}`)
  }
  return bytes
}

const packaged = fileURLToPath(new URL('../../data/', import.meta.url))

const remedy = 'Install tensorcell again.'

function readOrSay(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch (error) {
    const reason =
      error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'does not exist' : 'cannot be read'
    throw new DataFileError(`${path} ${reason}. ${remedy}`, { cause: error })
  }
}
