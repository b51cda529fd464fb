// tensorcell/conv: the course's ideas as functions, for notebooks and for anyone.
// Rule: re-exports only.
export { conv2d, corr2d, flip } from './conv/correlate.ts'
export { edgeImage, transpose } from './conv/images.ts'
export { box, edge, gaussian3, identity, laplacian8, sharpen, sobelX, sobelY } from './conv/kernels.ts'
export { Conv2D } from './conv/layer.ts'
export { type LearningOptions, type LearningStep, learnKernel } from './conv/learn.ts'
export {
  type ConvolutionSize,
  convMultiplyAdds,
  convParameterCount,
  denseParameterCount,
  imageElements,
  mlpParameterCount,
  type ParameterCount,
  parameterLadder,
  parameterMemory,
} from './conv/parameters.ts'
export { createRng, type Rng } from './conv/random.ts'
export { type Matrix, outputShape, ShapeError, type Size, type WindowOptions } from './conv/shape.ts'
