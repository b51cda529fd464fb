// The public entry `tensorcell`: what a cell, or a program outside the kernel, imports to show values.
// Rule: only re-exports; the course's own modules have entries of their own (`tensorcell/conv`, `tensorcell/plot`).

export type { ProgressOptions } from './display/bar.ts'
export { Comm, type CommData, type CommExtra, type CommMessage, onComm, openComm } from './display/comm.ts'
export { clearOutput, type Display, type DisplayOptions, display, newDisplay } from './display/display.ts'
export { image } from './display/image-file.ts'
export { type CellMemory, type Memory, memory } from './display/memory.ts'
export { progress } from './display/progress.ts'
export type { Displayable } from './display/render.ts'
export { type Fragment, html, md, svg, tex } from './display/tags.ts'
