// Another program's failure as a sentence.
import { expect, it } from 'vitest'
import { CommandError, finds, run } from './command.ts'

it('returns what the program printed to stdout', async () => {
  expect(await run('node', ['-e', 'console.log(6); console.error(7)'])).toBe('6\n')
})

it('tells how a program ended and the last it said', async () => {
  const failure = run('node', ['-e', 'console.error("no space left"); process.exitCode = 3'])
  await expect(failure).rejects.toThrow(new CommandError('node ended with exit code 3.\nno space left'))
})

it('tells that a program is missing', async () => {
  await expect(run('no-such-program', [])).rejects.toThrow('no-such-program did not start')
  expect(await finds('no-such-program', [])).toBe(false)
})
