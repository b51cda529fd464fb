// Every figure of tensorcell/plot, as a lesson would draw it, in English and in Chinese.
// Rule: a figure that a lesson can show has its line here; test/figures.test.ts draws them all.
import {
  corr2d,
  createRng,
  denseAsTensor4d,
  edge,
  edgeImage,
  gaussian3,
  laplacian8,
  learnKernel,
  receptiveField,
  sharpen,
  sobelX,
  sobelY,
  transpose,
} from '../src/conv.ts'
import { co2, colorPhotograph, digitImage, digits, ecg, film, mri, photograph, rain } from '../src/data.ts'
import * as plot from '../src/plot.ts'

const boats = photograph('boats')
const X = edgeImage()
const Y = corr2d(X, edge)
const rng = createRng(1)
const noise = (channel: number): [string, number[][]] => [`channel ${channel}`, rng.matrix(10, 12, -1, 1)]
const learn = (options: Partial<Parameters<typeof learnKernel>[2]> = {}) =>
  learnKernel(X, Y, { init: [[0, 0]], lr: 0.03, steps: 10, ...options }).history
const path = learn({ init: [[0.3, 0.4]], lr: 0.01, steps: 20 }).map(({ kernel }) => kernel)
const squares = (left: number[][], right: number[][]) =>
  left.flat().reduce((sum, value, index) => sum + (value - right.flat()[index]!) ** 2, 0)
/** The edge detector as a dense layer: 42 outputs, 48 inputs. */
const dense = Array.from({ length: 42 }, (_, output) => {
  const first = Math.floor(output / 7) * 8 + (output % 7)
  return Array.from({ length: 48 }, (_, input) => (input === first ? 1 : input === first + 1 ? -1 : 0))
})
const band = Array.from({ length: 784 }, (_, i) =>
  Array.from({ length: 784 }, (_, j) => Math.max(0, 3 - Math.abs(i - j))),
)
const confusion = Array.from({ length: 10 }, (_, i) =>
  Array.from({ length: 10 }, (_, j) => (i === j ? 90 + ((i * 7) % 10) : (i * j) % 3)),
)
const layers = [
  { kernel: 5, padding: 2 },
  { kernel: 2, stride: 2 },
  { kernel: 5 },
  { kernel: 2, stride: 2 },
  { kernel: 5 },
]
const fields = Object.fromEntries(
  layers.map((_, index) => [`layer ${index + 1}`, receptiveField(layers.slice(0, index + 1))]),
)
const paddedSobel = (image: number[][]) => corr2d(image, sobelX, { padding: 1 })

/** All figures in one language, by name. */
export function galleryIn(language: plot.Language): Record<string, plot.Figure> {
  const { month, ppm } = co2()
  const { millivolts, hertz } = ecg()
  const smooth = millivolts.slice(9).map((_, i) => millivolts.slice(i, i + 10).reduce((sum, value) => sum + value) / 10)
  const say = (en: string, zh: string) => ({ language, title: { en, zh } })
  return {
    'heatmap-signed': plot.heatmap(Y, say('Edges: +1 white to black, −1 black to white', '边缘')),
    'heatmap-positive': plot.heatmap(
      [
        [19, 25],
        [37, 43],
      ],
      { language },
    ),
    'heatmap-offsets': plot.heatmap(laplacian8, { language, first: [-1, -1] }),
    'heatmap-fractions': plot.heatmap(gaussian3, say('Gaussian', '高斯')),
    'heatmap-large': plot.heatmap(corr2d(boats, laplacian8), say('Laplacian of a photograph', '照片的拉普拉斯')),
    'heatmap-unit': plot.heatmap(rain(), { ...say('Rain', '降水'), unit: { en: 'mm a year', zh: '毫米/年' } }),
    'image-photograph': plot.image(boats, say('Boats in a river, Nagasaki, about 1865', '长崎河上的船')),
    'image-color': plot.image(colorPhotograph('raccoon'), say('A raccoon', '浣熊')),
    'image-small': plot.image(X, { language }),
    'kernel-edge': plot.kernel(edge, { language }),
    'kernel-laplacian': plot.kernel(laplacian8, say('Laplacian', '拉普拉斯')),
    'feature-maps-kernels': plot.featureMaps({ Gaussian: gaussian3, sharpen, Laplacian: laplacian8 }, { language }),
    'feature-maps-heights': plot.featureMaps({ tall: corr2d(transpose(X), edge), wide: Y }, { language }),
    'feature-maps-two': plot.featureMaps(
      { x: corr2d(boats, sobelX), y: corr2d(boats, sobelY) },
      say('Sobel', '索贝尔'),
    ),
    'feature-maps-sixteen': plot.featureMaps(Object.fromEntries(Array.from({ length: 16 }, (_, n) => noise(n))), {
      language,
    }),
    'images-four': plot.images(
      {
        photograph: boats,
        blurred: corr2d(boats, gaussian3),
        sharpened: corr2d(boats, sharpen),
        edges: paddedSobel(boats),
      },
      { language },
    ),
    'sliding-window': plot.slidingWindow(
      [
        [0, 1, 2],
        [3, 4, 5],
        [6, 7, 8],
      ],
      [
        [0, 1],
        [2, 3],
      ],
      { language },
    ),
    'sliding-window-padded': plot.slidingWindow(X, sobelX, { language, padding: 1, stride: 2 }),
    'sliding-window-thinned': plot.slidingWindow(rng.matrix(12, 16), laplacian8, { language }),
    'equivariance-small': plot.equivarianceMaps(paddedSobel, X, [0, 1], { language }),
    'equivariance-photograph': plot.equivarianceMaps(paddedSobel, boats, [0, 20], { language }),
    'parameter-counts': plot.parameterCounts(
      {
        'MLP on a 12-megapixel photograph': 3_600_000_100,
        'dense, 1 megapixel': 1e12,
        'shared weights': 3_996_001,
        'Δ = 1': 9,
      },
      say('What each idea saves', '每个想法节省多少'),
    ),
    'parameter-counts-one': plot.parameterCounts({ one: 1 }, { language, unit: { en: 'bytes', zh: '字节' } }),
    spy: plot.spy(dense, say('The edge detector as a dense layer', '写成全连接层的边缘检测')),
    'spy-large': plot.spy(band, { language }),
    'loss-one': plot.lossCurve(learn(), say('Learning [1, −1]', '学习 [1, −1]')),
    'loss-two': plot.lossCurve({ sum: learn(), mean: learn({ reduction: 'mean' }) }, { language }),
    'loss-theory': plot.lossCurve(learn(), {
      language,
      theory: learn().map(({ step }) => ({ step, loss: 12 * 0.64 ** (2 * (step - 1)) })),
    }),
    'weight-path': plot.weightPath([[[0.3, 0.4]], ...path], (K) => squares(corr2d(X, K), Y), { language }),
    'weight-fields': plot.weightFields(denseAsTensor4d(createRng(2).matrix(16, 16, -1, 1), [4, 4]), { language }),
    'receptive-field': plot.receptiveField(photograph('airplane'), fields, { language, at: [64, 61] }),
    'receptive-field-padding': plot.receptiveField(digitImage(digits({ train: 0, test: 1 }).test, 0), fields, {
      language,
    }),
    'confusion-matrix': plot.confusionMatrix(confusion, { language }),
    'confusion-matrix-names': plot.confusionMatrix(
      [
        [48, 2],
        [5, 45],
      ],
      { language, labels: ['cat', 'dog'] },
    ),
    'volume-head': plot.volumeSlices(mri(), say('A head', '头部')),
    'volume-signed': plot.volumeSlices(
      mri().map((slice) => corr2d(slice, laplacian8)),
      { language },
    ),
    'volume-film': plot.volumeSlices(film(), { language, sliceName: { en: 'frame', zh: '帧' } }),
    'series-co2': plot.series(ppm, { ...say('Mauna Loa', '莫纳罗亚'), x: month, yTitle: 'CO₂ (ppm)' }),
    'series-ecg': plot.series(
      { measured: millivolts, smooth },
      { language, x: millivolts.map((_, i) => i / hertz), xTitle: { en: 'time (s)', zh: '时间/秒' }, yTitle: 'mV' },
    ),
  }
}
