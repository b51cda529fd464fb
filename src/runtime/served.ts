// The packages that the kernel brings along for a notebook whose folder lacks them.
// Rule: one list for cells and for the modules that they import.

/** The names of one and the same library: native where it is set up, WebAssembly elsewhere. */
export const tensorFlow: ReadonlySet<string> = new Set([
  '@tensorflow/tfjs-node',
  '@tensorflow/tfjs',
  '@tensorflow/tfjs-core',
])

/** Whether our own package has what a specifier names. */
export function isServed(specifier: string): boolean {
  return /^tensorcell(?:\/|$)/.test(specifier)
}
