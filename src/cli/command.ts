// What a command is: the part that main.ts knows of each.
// Rule: one command, one file; a command reads its own arguments with node:util's parseArgs.

/** A command: its line in the overview, its whole help, and what it does with its arguments. */
export interface Command {
  summary: string
  help: string
  start(args: string[]): Promise<void>
}
