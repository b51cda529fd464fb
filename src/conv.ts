// tensorcell/conv: the course's ideas as functions, for notebooks and for anyone.
// Rule: re-exports only.
export { ReLU, Sigmoid, Tanh } from './conv/activation-layers.ts'
export { type BlurPoolOptions, blurPool2d } from './conv/blur-pool.ts'
export { convAsDense } from './conv/conv-as-dense.ts'
export { Conv2D, type Conv2DOptions } from './conv/conv-layer.ts'
export { conv1d, conv2d, conv3d, corr1d, corr2d, corr3d, flip } from './conv/correlate.ts'
export type { CorrelationOptions } from './conv/correlation.ts'
export { applyTensor4d, deindex, denseAsTensor4d, reindex, tensor4dAsDense } from './conv/dense.ts'
export { Dense, Flatten } from './conv/dense-layer.ts'
export { type EquivarianceOptions, equivarianceError, invarianceError, type ShiftError } from './conv/equivariance.ts'
export { crossEntropy, type Evaluation, evaluate } from './conv/evaluate.ts'
export type { Examples, Model } from './conv/examples.ts'
export { explainOutputShape } from './conv/explain-shape.ts'
export { type FitOptions, fit } from './conv/fit.ts'
export { checkGradients, type GradientCheck, numericalGradient, relativeError } from './conv/gradient-check.ts'
export { corr1dGradients, corr2dGradients, corr3dGradients, type Gradients } from './conv/gradients.ts'
export { im2col } from './conv/im2col.ts'
export { diagonalImage, edgeImage, transpose } from './conv/images.ts'
export { fanInUniform, glorotUniform, heNormal, type Initializer, normal, uniform } from './conv/initializers.ts'
export { type KernelFacts, kernelFacts, kernelGallery, type NamedKernel } from './conv/kernel-facts.ts'
export {
  edge,
  emboss,
  gaussian3,
  identity,
  laplacian4,
  laplacian8,
  prewittX,
  prewittY,
  robertsX,
  robertsY,
  scharrX,
  scharrY,
  sharpen,
  sobelX,
  sobelY,
} from './conv/kernels.ts'
export type { Layer, Shape } from './conv/layer.ts'
export { type LearningOptions, type LearningStep, learnKernel } from './conv/learn.ts'
export { type LearningTheory, learningTheory, type TheoryOptions } from './conv/learning-theory.ts'
export { lenet } from './conv/lenet.ts'
export {
  box,
  derivative,
  directional,
  type GaborOptions,
  gabor,
  gaussian,
  motionBlur,
  unsharp,
} from './conv/made-kernels.ts'
export { type MemoryPoint, measureParameterMemory } from './conv/measured-memory.ts'
export { type MeasuredField, type MeasuredPlace, measureReceptiveField } from './conv/measured-receptive-field.ts'
export type { Input1D, Input2D, Input3D, Kernel1D, Kernel2D, Kernel3D, Numbers, Output } from './conv/operands.ts'
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
export { avgPool2d, maxPool2d, type PoolOptions } from './conv/pool.ts'
export { AvgPool2D, BlurPool2D, GlobalAvgPool2D, GlobalMaxPool2D, MaxPool2D } from './conv/pooling-layers.ts'
export { createRng, type Rng } from './conv/random.ts'
export { type ReceptiveField, receptiveField, type SlidingWindow } from './conv/receptive-field.ts'
export { Sequential } from './conv/sequential.ts'
export { type Matrix, ShapeError, type Size } from './conv/shape.ts'
export { ones, type Shaped, zeros } from './conv/shaped.ts'
export { fieldAsTensor4d, kernelOf, projectOntoConvolution, shareWeights, truncate } from './conv/shared-weights.ts'
export { type ShiftOptions, shift } from './conv/shift.ts'
export { smallCnn, smallMlp } from './conv/small-networks.ts'
export type { Summary, SummaryRow } from './conv/summary.ts'
export type { TrainingEpoch, TrainingHistory, TrainingStep } from './conv/training-history.ts'
export { outputShape, type Padding, type PaddingMode, type WindowOptions } from './conv/window.ts'
