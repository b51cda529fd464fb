// The exercises of lessons 08 to 11, in the order of their sheets.
// Rule: a list of files, nothing else.
import { paddingAndStride } from './08-padding-and-stride.ts'
import { sizes } from './08-sizes.ts'
import { strides } from './08-strides.ts'
import { utilisation } from './08-utilisation.ts'

export const lessons08To11 = { ...paddingAndStride, ...strides, ...utilisation, ...sizes }
