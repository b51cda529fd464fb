// An amount of memory in words.
// Rule: decimal units, as tfjs's documentation and disks have them: 1 kB is 1000 bytes.

const units = ['B', 'kB', 'MB', 'GB', 'TB']

/**
 * Bytes with at most three digits.
 *
 *     formatBytes(401408)  →  '401 kB'
 *     formatBytes(4816)    →  '4.82 kB'
 */
export function formatBytes(bytes: number): string {
  const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)))
  const amount = Number((bytes / 1000 ** power).toPrecision(3))
  return amount === 1000 && power < units.length - 1 ? `1 ${units[power + 1]}` : `${amount} ${units[power]}`
}
