// tensorcell/deno: `Deno.jupyter` for notebooks that were written for Deno's kernel; they need this import, nothing else.
// Rule: re-exports only.
export * as Deno from './compatibility/deno.ts'
