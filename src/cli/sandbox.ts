// Runs a submission's kernel where it can read but not write, without a network, and without what it must not know.
// Rule: what is guarded is guarded by Linux (namespaces, through bubblewrap), never by JavaScript that the submission could change.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from './package.ts'

/** What a submission may see and change. */
export interface Sandbox {
  /** Its working folder, the only place that it can write to. */
  folder: string
  /** Files that it must not read: the other submissions. */
  hidden: readonly string[]
}

/** Whether this machine has bubblewrap and lets it make namespaces. */
export function canSandbox(): boolean {
  const probe = [
    '--ro-bind',
    '/',
    '/',
    '--dev',
    '/dev',
    '--proc',
    '/proc',
    '--unshare-all',
    '--die-with-parent',
    'true',
  ]
  return spawnSync('bwrap', probe, { stdio: 'ignore' }).status === 0
}

/** The answers to the exercises, in the package and in a clone of its repository. */
const answers = ['dist/exercises/bank', 'src/exercises/bank', 'notebooks'].map((part) => join(packageRoot, part))

/** What the course's sheets import, with the answers left out. */
const sealedEntry: [string, string] = ['dist/exercises-sealed.js', 'dist/exercises.js'].map((part) =>
  join(packageRoot, part),
) as [string, string]

/** The command, within bubblewrap: a file system that can only be read, a process table and a network of its own. */
export function sandboxed(
  { folder, hidden }: Sandbox,
  command: readonly string[],
  connectionFolder: string,
): [string, ...string[]] {
  const writable = [folder, connectionFolder].flatMap((path) => ['--bind', path, path])
  const empty = answers.filter(existsSync).flatMap((path) => ['--tmpfs', path])
  const unreadable = hidden.flatMap((path) => ['--ro-bind', '/dev/null', path])
  return [
    'bwrap',
    ...['--ro-bind', '/', '/', '--dev', '/dev', '--proc', '/proc', '--setenv', 'TMPDIR', folder],
    ...['--unshare-all', '--die-with-parent', '--new-session', '--chdir', folder],
    ...unreadable,
    ...empty,
    ...['--ro-bind', ...sealedEntry],
    ...writable,
    '--',
    ...command,
  ]
}
