// How much memory a process and its children use, and a watch that ends what uses too much.
// Rule: on Linux, from /proc; elsewhere it watches nothing and says so by `canMeasure`.
import { existsSync, readdirSync, readFileSync } from 'node:fs'

/** Whether this platform tells the memory of other processes in /proc. */
export const canMeasure: boolean = existsSync('/proc/self/statm')

const pageBytes = 4096
const intervalMs = 100

/** Calls `exceeded` once when the process and its descendants hold more than `limit` bytes. Returns the way to stop watching. */
export function watchMemory(pid: number, limit: number, exceeded: () => void): () => void {
  if (!canMeasure) return () => {}
  const timer = setInterval(() => {
    if (residentBytes(pid) <= limit) return
    clearInterval(timer)
    exceeded()
  }, intervalMs)
  return () => clearInterval(timer)
}

/** Bytes of physical memory that a process and its descendants hold; shared pages count for each. */
export function residentBytes(pid: number): number {
  const children = new Map<number, number[]>()
  for (const id of readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)) {
    const parent = parentOf(id)
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), id])
  }
  const total = (id: number): number =>
    ownBytes(id) + (children.get(id) ?? []).reduce((sum, child) => sum + total(child), 0)
  return total(pid)
}

/** The fourth field of `stat`; the second is the program's name in parentheses and may hold anything. */
function parentOf(pid: number): number | undefined {
  const text = read(pid, 'stat')
  return text === undefined ? undefined : Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[1])
}

function ownBytes(pid: number): number {
  return Number(read(pid, 'statm')?.split(' ')[1] ?? 0) * pageBytes
}

/** A process may end while it is looked at. */
function read(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return undefined
  }
}
