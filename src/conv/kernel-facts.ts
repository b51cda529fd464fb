// What can be read off a kernel before it is used: its sum, its symmetry, whether it splits into a row and a column; and all
// named kernels in one gallery, with their names in both languages.
// Rule: rounding is no property: two numbers are equal here when they differ by less than 10⁻⁹ of the largest.
import * as kernels from './kernels.ts'
import { box, gabor, gaussian, motionBlur, unsharp } from './made-kernels.ts'
import { type Matrix, matrixShape } from './shape.ts'

/** What a kernel is like. */
export interface KernelFacts {
  size: [height: number, width: number]
  /** 1 keeps the brightness of a flat region, 0 blackens it. */
  sum: number
  /** Equal to itself turned by 180 degrees, so that correlation and convolution are the same. */
  symmetric: boolean
  /** [column, row] whose product it is, when there are such: height + width multiplications do instead of height · width. */
  separable?: [column: number[], row: number[]]
}

/**
 * The facts about a kernel, [height, width]. Throws a TypeError for what is no matrix of numbers.
 *
 * @example
 * ```ts
 * kernelFacts(sobelX) // → { size: [3, 3], sum: 0, symmetric: false, separable: [[1, 2, 1], [-1, 0, 1]] }
 * kernelFacts(laplacian8).symmetric // → true
 * ```
 */
export function kernelFacts(K: Matrix): KernelFacts {
  const [height, width] = matrixShape(K, 'K')
  const values = K.flat()
  const small = 1e-9 * Math.max(...values.map(Math.abs))
  const separable = factors(K, small)
  return {
    size: [height, width],
    sum: values.reduce((sum, value) => sum + value, 0),
    symmetric: values.every((value, index) => Math.abs(value - values[values.length - 1 - index]!) <= small),
    ...(separable ? { separable } : {}),
  }
}

/** A kernel with its names. */
export interface NamedKernel {
  en: string
  zh: string
  kernel: number[][]
}

/** The named kernels, in the order of a tour: what keeps, what blurs, what sharpens, what finds edges, what finds stripes. */
export const kernelGallery: Readonly<Record<string, NamedKernel>> = {
  identity: { en: 'identity', zh: '恒等', kernel: kernels.identity },
  box3: { en: 'box blur 3 × 3', zh: '均值模糊 3 × 3', kernel: box(3) },
  gaussian3: { en: 'Gaussian blur 3 × 3', zh: '高斯模糊 3 × 3', kernel: kernels.gaussian3 },
  gaussian7: { en: 'Gaussian blur 7 × 7', zh: '高斯模糊 7 × 7', kernel: gaussian(7, 1.2) },
  motionBlur9: { en: 'motion blur', zh: '运动模糊', kernel: motionBlur(9, 0) },
  sharpen: { en: 'sharpen', zh: '锐化', kernel: kernels.sharpen },
  unsharp: { en: 'unsharp mask', zh: '反锐化掩模', kernel: unsharp(1.5) },
  edge: { en: 'difference of neighbours', zh: '相邻之差', kernel: kernels.edge },
  sobelX: { en: 'Sobel, vertical edges', zh: 'Sobel,垂直边缘', kernel: kernels.sobelX },
  sobelY: { en: 'Sobel, horizontal edges', zh: 'Sobel,水平边缘', kernel: kernels.sobelY },
  prewittX: { en: 'Prewitt, vertical edges', zh: 'Prewitt,垂直边缘', kernel: kernels.prewittX },
  prewittY: { en: 'Prewitt, horizontal edges', zh: 'Prewitt,水平边缘', kernel: kernels.prewittY },
  scharrX: { en: 'Scharr, vertical edges', zh: 'Scharr,垂直边缘', kernel: kernels.scharrX },
  scharrY: { en: 'Scharr, horizontal edges', zh: 'Scharr,水平边缘', kernel: kernels.scharrY },
  robertsX: { en: 'Roberts, one diagonal', zh: 'Roberts,一条对角线', kernel: kernels.robertsX },
  robertsY: { en: 'Roberts, the other diagonal', zh: 'Roberts,另一条对角线', kernel: kernels.robertsY },
  laplacian4: { en: 'Laplacian, four neighbours', zh: '拉普拉斯,四邻域', kernel: kernels.laplacian4 },
  laplacian8: { en: 'Laplacian, eight neighbours', zh: '拉普拉斯,八邻域', kernel: kernels.laplacian8 },
  emboss: { en: 'emboss', zh: '浮雕', kernel: kernels.emboss },
  gabor: { en: 'Gabor, vertical stripes', zh: 'Gabor,垂直条纹', kernel: gabor({ size: 9, wavelength: 4 }) },
}

/** The column and the row of a matrix of rank 1; the row is taken from it as it is. */
function factors(K: Matrix, small: number): [column: number[], row: number[]] | undefined {
  const row = K.find((candidate) => candidate.some((value) => Math.abs(value) > small))
  if (row === undefined) return undefined
  const pivot = row.findIndex((value) => Math.abs(value) > small)
  const column = K.map((line) => line[pivot]! / row[pivot]! + 0) // never −0
  const fits = K.every((line, i) => line.every((value, j) => Math.abs(value - column[i]! * row[j]!) <= small))
  return fits ? [column, [...row]] : undefined
}
