// Puts `util.isNullOrUndefined` and `util.isArray` back, which tfjs-node 4.22.0 calls and Node 23 removed. On Node 22 the
// originals print a deprecation warning to stderr, where nbgrader would take it for a failed cell.
// Rule: the function stands alone, because set-up also sends its source to a bare Node for the smoke test.

/** Defines both functions on Node's `util` module object, once and for the whole process. */
export function restoreLegacyUtil(util: object): void {
  const define = (name: string, value: unknown) =>
    Object.defineProperty(util, name, { value, configurable: true, enumerable: true, writable: true })
  define('isNullOrUndefined', (value: unknown) => value === null || value === undefined)
  define('isArray', Array.isArray)
}
