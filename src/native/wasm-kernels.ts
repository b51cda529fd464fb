// The kernels that tfjs 4.22.0 lacks on WebAssembly, or has wrong, and the lessons need. Without them training a convolution
// stops with "Kernel 'Conv2DBackpropFilter' not registered for backend 'wasm'".
// Rule: a kernel here gives the same numbers as tfjs's cpu backend (tensorflow-wasm.test.ts).
import type * as TensorFlow from '@tensorflow/tfjs'

type Tensors = typeof TensorFlow
type KernelFunc = TensorFlow.KernelConfig['kernelFunc']
type Inputs = Parameters<KernelFunc>[0]

/** Gradients that a lesson may meet (depthwise convolution, gather): rare enough for tfjs's plain cpu kernels. */
const lent = ['DepthwiseConv2dNativeBackpropFilter', 'DepthwiseConv2dNativeBackpropInput', 'UnsortedSegmentSum']

/**
 * Kernels that are wrong there where all numbers of a window are negative (measured): max pooling passes its gradient to the
 * window's first number instead of its largest, and in 3-D its result is 1.2e-38.
 */
const wrong = ['MaxPoolGrad', 'MaxPool3D', 'MaxPool3DGrad']

/** Registers what is missing or wrong. Call it once, after the WebAssembly backend has been loaded. */
export function registerMissingKernels(tf: Tensors): void {
  const filterGradient: KernelFunc = (call) => tf.tidy(() => conv2dFilterGradient(tf, call))
  tf.registerKernel({ kernelName: 'Conv2DBackpropFilter', backendName: 'wasm', kernelFunc: filterGradient })
  // A second registration would warn on stderr.
  for (const kernelName of wrong) tf.unregisterKernel(kernelName, 'wasm')
  for (const kernelName of [...lent, ...wrong])
    tf.registerKernel({ kernelName, backendName: 'wasm', kernelFunc: lend(tf, kernelName) })
}

/**
 * The gradient of a convolution with respect to its filter, as another convolution: with channels and batch swapped,
 * each weight's sum over all images and places is one place of the image convolved with `dy`.
 *
 * x `[batch, height, width, in]`, dy `[batch, outHeight, outWidth, out]` → `[filterHeight, filterWidth, in, out]`.
 * The forward stride becomes the dilation of `dy`.
 */
function conv2dFilterGradient(tf: Tensors, { inputs, attrs }: Inputs): TensorFlow.Tensor {
  const x = inputs.x as TensorFlow.Tensor4D
  const dy = inputs.dy as TensorFlow.Tensor4D
  const { strides, pad, dimRoundingMode, filterShape } = attrs as unknown as TensorFlow.Conv2DBackpropFilterAttrs
  const { padInfo, strideHeight, strideWidth } = tf.backend_util.computeConv2DInfo(
    x.shape,
    filterShape,
    strides,
    1,
    pad,
    dimRoundingMode,
  )
  const rows: [number, number] = [padInfo.top, padInfo.bottom]
  const columns: [number, number] = [padInfo.left, padInfo.right]
  const images = tf.transpose(tf.pad(x, [[0, 0], rows, columns, [0, 0]]), [3, 1, 2, 0])
  const kernels = tf.transpose(dy, [1, 2, 0, 3])
  const sums = tf.conv2d(images as typeof x, kernels as typeof x, 1, 'valid', 'NHWC', [strideHeight, strideWidth])
  // A stride that does not divide the image leaves rows and columns that no filter weight ever met.
  const [height, width, inChannels, outChannels] = filterShape
  return tf.transpose(tf.slice(sums, 0, [inChannels, height, width, outChannels]), [1, 2, 0, 3])
}

/** A kernel that copies its inputs to tfjs's cpu backend, runs there and copies the result back. */
function lend(tf: Tensors, kernelName: string): KernelFunc {
  const { kernelFunc } = tf.getKernel(kernelName, 'cpu')
  return ({ inputs, attrs = {} }) => {
    const [cpu, wasm] = [tf.findBackend('cpu'), tf.findBackend('wasm')]
    const copies = Object.entries(inputs).map(([name, info]) => {
      const { dataId, shape, dtype } = info!
      return [name, { dataId: cpu.write(wasm.readSync(dataId), shape, dtype), shape, dtype }] as const
    })
    const result = [kernelFunc({ inputs: Object.fromEntries(copies), backend: cpu, attrs })].flat()[0]!
    const values = cpu.readSync(result.dataId) as TensorFlow.TypedArray
    for (const { dataId } of [...copies.map(([, copy]) => copy), result]) cpu.disposeData(dataId)
    return tf.tensor(values, result.shape, result.dtype)
  }
}
