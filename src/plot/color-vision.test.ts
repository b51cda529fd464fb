// Figures for every eye: colours that stay apart for the colour-blind, text that reads on light and on dark pages.
// Rule: measured, not believed: sight without one kind of cone after Machado, Oliveira and Fernandes 2009 (severity 1),
// and distances in CIELAB, where 2.3 is just noticeable (Mahy et al. 1994) and 12 is told apart at a glance.
import { describe, expect, it } from 'vitest'
import { colors, ink } from './figure.ts'
import { heatmap } from './heatmap.ts'

type Triple = readonly [number, number, number]
type Matrix3 = readonly [Triple, Triple, Triple]

const sight: Record<string, Matrix3> = {
  'all cones': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  'no red cones': [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  'no green cones': [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  'no blue cones': [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

describe.each(Object.entries(sight))('with %s', (_, cones) => {
  it('the lines of a figure are told apart', () => {
    for (const [index, color] of colors.entries()) {
      for (const other of colors.slice(index + 1))
        expect(distance(color, other, cones), `${color} ${other}`).toBeGreaterThan(12)
    }
  })

  it('below zero, zero and above it are told apart', () => {
    const scale = JSON.stringify(heatmap([[-1, 1]]).data[0]).match(/#[0-9a-f]{6}/g) ?? []
    const [low, paleLow, zero, paleHigh, high] = scale
    for (const [left, right] of [
      [low, zero],
      [zero, high],
      [low, high],
      [paleLow, zero],
      [zero, paleHigh],
      [paleLow, paleHigh],
    ]) {
      expect(distance(left!, right!, cones), `${left} ${right}`).toBeGreaterThan(12)
    }
  })
})

it.each(['#ffffff', '#111111'])('text has a contrast of 4.3 to 1 on %s, lines of 3 to 1', (page) => {
  expect(contrast(ink, page)).toBeGreaterThan(4.3)
  for (const color of colors) expect(contrast(color, page), color).toBeGreaterThanOrEqual(3)
})

function distance(left: string, right: string, cones: Matrix3): number {
  const [one, other] = [left, right].map((color) => labOf(times(cones, linear(color))))
  return Math.hypot(...one!.map((value, part) => value - other![part]!))
}

/** Parts of red, green and blue light, 0 to 1 (IEC 61966-2-1). */
function linear(color: string): Triple {
  const [red, green, blue] = [1, 3, 5].map((place) => {
    const part = Number.parseInt(color.slice(place, place + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return [red!, green!, blue!]
}

/** CIELAB under daylight D65. */
function labOf(light: Triple): Triple {
  const toXyz: Matrix3 = [
    [0.4124, 0.3576, 0.1805],
    [0.2126, 0.7152, 0.0722],
    [0.0193, 0.1192, 0.9505],
  ]
  const white = [0.9505, 1, 1.089] as const
  const [x, y, z] = times(toXyz, light).map((value, part) => {
    const share = value / white[part]!
    return share > 0.008856 ? Math.cbrt(share) : 7.787 * share + 16 / 116
  })
  return [116 * y! - 16, 500 * (x! - y!), 200 * (y! - z!)]
}

function times(matrix: Matrix3, [a, b, c]: Triple): Triple {
  const [first, second, third] = matrix.map(([x, y, z]) => x * a + y * b + z * c)
  return [first!, second!, third!]
}

/** WCAG 2.2, relative luminance. */
function contrast(left: string, right: string): number {
  const [dark, light] = [left, right]
    .map((color) => linear(color))
    .map(([red, green, blue]) => 0.2126 * red + 0.7152 * green + 0.0722 * blue)
    .sort((one, other) => one - other)
  return (light! + 0.05) / (dark! + 0.05)
}
