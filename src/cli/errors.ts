// What a command throws when it cannot go on because of something that the person at the keyboard can change.
// Rule: a sentence about the situation, then what to do; main.ts prints both without a stack.

/** A failure that has a remedy. Ends the command with exit code 1. */
export class CliError extends Error {
  readonly remedy: string
  readonly exitCode: number = 1

  constructor(situation: string, remedy: string, options?: ErrorOptions) {
    super(situation, options)
    this.name = 'CliError'
    this.remedy = remedy
  }
}

/** The command line itself is wrong. Ends the command with exit code 2, as shells do. */
export class UsageError extends CliError {
  override readonly exitCode: number = 2
}
