// tensorcell/data: the photographs, film, volume, map, series and digits that ship with the package, offline, and made signals.
// Rule: re-exports only.
export { type DigitsOptions, digitImage, digits, type LabelledImages } from './data/digits.ts'
export { mapImages } from './data/map-images.ts'
export {
  type ColorPhotographName,
  colorPhotograph,
  film,
  mri,
  type PhotographName,
  photograph,
  rain,
} from './data/pictures.ts'
export { co2, ecg } from './data/series.ts'
export { type SignalsOptions, signalNames, signals } from './data/signals.ts'
