// The one door to TensorFlow.js: on first import it loads tfjs-node where its native build is there, otherwise tfjs on
// WebAssembly. Whoever computes imports `tf` from here, and cells are given the same object.
// Rule: one copy of tfjs per process, and nothing on stdout or stderr while it loads: nbgrader gives zero to a cell with
// any stderr.
import { createRequire } from 'node:module'
import { join } from 'node:path'
import util from 'node:util'
import type * as TensorFlow from '@tensorflow/tfjs'
import { restoreLegacyUtil } from './legacy-util.ts'
import { addon, nativeModule } from './place.ts'
import { registerMissingKernels } from './wasm-kernels.ts'

/** What computes, and in the fallback one line for the user that says why and what to type. */
export interface Backend {
  name: 'tensorflow' | 'wasm'
  version: string
  note?: string
}

interface Loaded {
  tf: typeof TensorFlow
  backend: Backend
}

const require = createRequire(import.meta.url)
const loaded = await load()

/** TensorFlow.js. On the native build it also carries tfjs-node's own `tf.node` and file handlers. */
export const tf: typeof TensorFlow = loaded.tf

/** Which TensorFlow `tf` computes on: `{ name: 'tensorflow', version: '2.15.1' }`, or wasm with a `note`. */
export const backend: Backend = loaded.backend

async function load(): Promise<Loaded> {
  const path = nativeModule(process.cwd())
  if (path === undefined) return loadWasm("TensorFlow's native library is not set up", 'npx tensorcell setup')
  try {
    return loadNative(path)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const remedy = 'npx tensorcell setup --remove && npx tensorcell setup'
    return loadWasm(`TensorFlow's native library did not load (${reason})`, remedy)
  }
}

function loadNative(path: string): Loaded {
  restoreLegacyUtil(util)
  process.env.TF_CPP_MIN_LOG_LEVEL ??= '2'
  // The addon before tfjs: should it not load, no tfjs is in the process yet, and the fallback's is the only one. Two copies
  // would share one engine and warn about each of some 400 kernels.
  require(join(path, addon))
  const tf: typeof TensorFlow = require(path)
  return { tf, backend: { name: 'tensorflow', version: versionOf(tf.backend()) } }
}

/** The library's own version, from the addon that tfjs-node's backend holds. */
function versionOf(backend: object): string {
  const binding: unknown = 'binding' in backend ? backend.binding : undefined
  if (typeof binding !== 'object' || binding === null || !('TF_Version' in binding)) return 'unknown'
  return String(binding.TF_Version)
}

async function loadWasm(situation: string, remedy: string): Promise<Loaded> {
  const tf: typeof TensorFlow = require('@tensorflow/tfjs')
  require('@tensorflow/tfjs-backend-wasm')
  registerMissingKernels(tf)
  // The cpu backend greets Node's users on stderr at its first use.
  Object.assign(tf.findBackend('cpu'), { firstUse: false })
  await tf.setBackend('wasm')
  await tf.ready()
  const note = `${situation}; the lessons run on WebAssembly, slower. To set it up: ${remedy}`
  return { tf, backend: { name: 'wasm', version: tf.version_core, note } }
}
