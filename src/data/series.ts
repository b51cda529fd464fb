// What is measured over time: carbon dioxide in the air, the voltage of a heart.
// Rule: a series is one array of numbers; when each was measured stands beside it, in the unit that its name says.
import { type DataFile, readDataFile } from './files.ts'

/**
 * Carbon dioxide in the air of Mauna Loa, Hawaii, monthly from March 1958 to April 2020: 741 means, in parts per million.
 *
 * `month` is '1958-03' and so on, `ppm` the mean of that month. Five months were not measured and are absent.
 *
 * Throws a DataFileError when the file is absent or damaged.
 *
 * @example
 * ```ts
 * const { month, ppm } = co2();
 * [ppm.length, month[0], ppm[0]] // → [741, '1958-03', 315.7]
 * ```
 */
export function co2(): { month: string[]; ppm: number[] } {
  const rows = readRows('co2.csv')
  return { month: rows.map(([month]) => month!), ppm: rows.map(([, ppm]) => Number(ppm)) }
}

/**
 * Twenty seconds of a heart: an electrocardiogram, 7,200 voltages in millivolts, 360 a second (`hertz`).
 *
 * The first 16 seconds beat normally; then some extra beats come whose shape differs. Lead MLII of record 208 of the
 * MIT-BIH Arrhythmia Database, from 19:35 on.
 *
 * Throws a DataFileError when the file is absent or damaged.
 *
 * @example
 * ```ts
 * const { millivolts, hertz } = ecg()
 * millivolts.length / hertz // → 20
 * ```
 */
export function ecg(): { millivolts: number[]; hertz: number } {
  return { millivolts: readRows('ecg.csv').map(([millivolts]) => Number(millivolts)), hertz: 360 }
}

/** The rows below the header, each as its cells. */
function readRows(file: Extract<DataFile, `${string}.csv`>): string[][] {
  const [, ...lines] = new TextDecoder().decode(readDataFile(file)).trimEnd().split('\n')
  return lines.map((line) => line.split(','))
}
