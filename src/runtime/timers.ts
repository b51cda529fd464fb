// What a cell schedules for later ends with the cell when the cell is stopped.
// Rule: the global functions stay what they are in all else: same arguments, same results, same `util.promisify`.

/** A function that takes a callback first, as every scheduling one does. */
type Schedule = (callback: unknown, ...more: unknown[]) => unknown

/** Guards the global timers: a callback whose cell `isStopped` when its time comes is not called, and not again. */
export function endTimersWithCells(isStopped: () => boolean): void {
  for (const name of ['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'] as const) {
    const schedule = globalThis[name] as Schedule
    const guarded: Schedule = (callback, ...more) => schedule(guard(callback, isStopped), ...more)
    Object.defineProperties(guarded, Object.getOwnPropertyDescriptors(schedule))
    Object.assign(globalThis, { [name]: guarded })
  }
}

function guard(callback: unknown, isStopped: () => boolean): unknown {
  // What is no function is refused by Node itself.
  if (typeof callback !== 'function') return callback
  return function (this: unknown, ...values: unknown[]): unknown {
    if (!isStopped()) return Reflect.apply(callback, this, values)
    if (this instanceof Object) clearInterval(this as NodeJS.Timeout)
    return undefined
  }
}
