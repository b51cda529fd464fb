// Packages that require TensorFlow.js's native library themselves (danfojs-node) get the one that works.
// Rule: nothing is loaded here; a package that asks for it finds the build that cells compute on, so that there is one
// TensorFlow in the process. Their own copy has no addon: its install script fails for everyone (README, "What happens with
// tfjs-node").
import Module from 'node:module'
import util from 'node:util'
import { restoreLegacyUtil } from '../native/legacy-util.ts'
import { nativeModule } from '../native/place.ts'

const name = '@tensorflow/tfjs-node'

/** Makes `require('@tensorflow/tfjs-node')` in any CommonJS package of `folder` the working build, if there is one. */
export function shareTensorFlow(folder: string): void {
  // Node 20 has no public hook for `require`; from 22.15 on there is `module.registerHooks`.
  const resolve: unknown = Reflect.get(Module, '_resolveFilename')
  if (typeof resolve !== 'function') return
  Reflect.set(Module, '_resolveFilename', function (this: unknown, request: string, ...rest: unknown[]): unknown {
    const build = request === name ? nativeModule(folder) : undefined
    if (build === undefined) return Reflect.apply(resolve, this, [request, ...rest])
    restoreLegacyUtil(util)
    process.env.TF_CPP_MIN_LOG_LEVEL ??= '2'
    return Reflect.apply(resolve, this, [build, ...rest])
  })
}
