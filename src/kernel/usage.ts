// What the kernel uses of the machine, for a front end's status bar.
// Rule: the fields are ipykernel's (its usage_request is an extension that jupyter-resource-usage asks for); processor time is that
// since the request before.
import { availableParallelism, cpus, freemem, hostname, totalmem } from 'node:os'
import type { UsageReply } from '../protocol/messages.ts'

let last = measured()

/** The usage since the last call. `kernel_memory` in bytes: the process without its type checker. */
export function usage(): UsageReply {
  const now = measured()
  const elapsed = Math.max(1, now.at - last.at)
  const host = Math.max(1, now.busy + now.idle - last.busy - last.idle)
  const total = totalmem()
  const available = freemem()
  const reply: UsageReply = {
    status: 'ok',
    hostname: hostname(),
    pid: process.pid,
    kernel_cpu: (100 * (now.own - last.own)) / elapsed,
    kernel_memory: process.memoryUsage.rss(),
    cpu_count: availableParallelism(),
    host_cpu_percent: (100 * (now.busy - last.busy)) / host,
    host_virtual_memory: {
      total,
      available,
      free: available,
      used: total - available,
      percent: (100 * (total - available)) / total,
    },
  }
  last = now
  return reply
}

/** All in milliseconds: the clock, our processor time, and that of all processors together. */
function measured(): { at: number; own: number; busy: number; idle: number } {
  const { user, system } = process.cpuUsage()
  const times = cpus().map((cpu) => cpu.times)
  const idle = times.reduce((sum, time) => sum + time.idle, 0)
  const busy = times.reduce((sum, time) => sum + time.user + time.nice + time.sys + time.irq, 0)
  return { at: performance.now(), own: (user + system) / 1000, busy, idle }
}
