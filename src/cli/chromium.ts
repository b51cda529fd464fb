// Chromium, where it is there: prints pages of the lecture notes to PDF.
// Rule: a browser of our own for each page, with a profile that goes when it ends; it is told to reach no network.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { CliError } from './errors.ts'

/** What distributions call it. Google's and Microsoft's builds take the same options. */
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
const limitMs = 120_000

/** The program, from the PATH. Throws a CliError where there is none. */
export function findChromium(): string {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const found = folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isExecutable)
  if (found !== undefined) return found
  throw new CliError(
    'There is no Chromium to print with.',
    'Install it (Debian: `apt-get install chromium`), or leave out --pdf and print the pages from any browser.',
  )
}

/** Prints an HTML file to a PDF file. The page draws all its figures when its address ends in `?print`. */
export async function printToPdf(chromium: string, page: string, pdf: string): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), 'tensorcell-print-'))
  const args = [
    ...['--headless', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync'],
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    `--user-data-dir=${profile}`,
    '--host-resolver-rules=MAP * ~NOTFOUND',
    '--virtual-time-budget=30000',
    '--no-pdf-header-footer',
    `--print-to-pdf=${pdf}`,
    `${pathToFileURL(page)}?print`,
  ]
  try {
    const child = spawn(chromium, args, { stdio: 'ignore', timeout: limitMs, killSignal: 'SIGKILL' })
    const [code] = await once(child, 'exit')
    if (code !== 0)
      throw new CliError(`Chromium could not print ${page}.`, 'Open the page in a browser and print it there.')
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
