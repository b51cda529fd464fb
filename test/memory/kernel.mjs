// A kernel process without sockets: its front end is a third thread, which plays the transcripts of a JSON file.
// Rule: everything but the wire is the kernel itself, as built in dist/.
import { Worker } from 'node:worker_threads'
import { start } from '../../dist/runtime/start.js'

start(new URL('kernel-thread.mjs', import.meta.url), 'memory')
new Worker(new URL('front-end.mjs', import.meta.url), { argv: process.argv.slice(2) })
