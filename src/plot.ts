// tensorcell/plot: the course's pictures as plain Plotly figures; a cell that ends with one shows it.
// Rule: re-exports only.
export { parameterCounts } from './plot/counts.ts'
export { featureMaps, images, type NamedMaps } from './plot/feature-maps.ts'
export type { Figure } from './plot/figure.ts'
export type { Drawable, TensorLike } from './plot/grid.ts'
export { type HeatmapOptions, heatmap, image, kernel } from './plot/heatmap.ts'
export { type LossHistory, type LossPoint, lossCurve } from './plot/loss.ts'
