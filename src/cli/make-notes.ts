// The making of `tensorcell notes`: reads the notebooks, draws them, writes the site, prints it.
// Rule: the site appears as a whole or not at all; what a reader would miss is said while it is made.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { addressOf, type Book, type Chapter } from '../notes/book.ts'
import { NotebookError } from '../notes/lesson.ts'
import { type Page, type PageOptions, renderPage } from '../notes/page.ts'
import { siteOf } from '../notes/site.ts'
import type { Language } from '../words/language.ts'
import { findChromium, printToPdf } from './chromium.ts'
import { CliError } from './errors.ts'
import { type Notebook, readNotebook } from './notebook.ts'
import { seconds, step } from './progress.ts'
import { runNotebook } from './run.ts'

/** What the command line asked for. */
export interface Wanted {
  out: string
  run: boolean
  slides: boolean
  pdf: boolean
}

/** Makes the site of these notebooks, or of all in the folder `notebooks`. */
export async function makeNotes(named: string[], wanted: Wanted): Promise<void> {
  const files = named.length > 0 ? named : notebooksIn('notebooks')
  const out = resolve(wanted.out)
  refuseOthersFolder(out)
  const chromium = wanted.pdf ? findChromium() : undefined
  const book = await readBook(files, wanted)
  await step(`Writing ${wanted.out}`, async () => write(out, files, book))
  if (chromium !== undefined) await printChapters(chromium, out, book)
}

/** The book of these notebooks, each at the path that it has below the folder that all of them share. */
async function readBook(files: string[], wanted: Wanted): Promise<Book> {
  const paths = files.map((file) => resolve(file))
  const root = sharedFolder(paths)
  const book: Book = { titles: {}, chapters: [] }
  for (const file of files) {
    const { language, title } = settingsOf(dirname(resolve(file)))
    if (title !== undefined) book.titles[language] ??= title
    book.chapters.push(await readChapter(file, relative(root, resolve(file)).replaceAll('\\', '/'), language, wanted))
  }
  return book
}

async function readChapter(file: string, path: string, language: Language, { run, slides }: Wanted): Promise<Chapter> {
  const notebook = readNotebook(file)
  if (run) await runNotebook(file, notebook)
  const begin = performance.now()
  const page = draw(notebook, { file, language, trusted: run })
  process.stdout.write(`${path}  ${seconds(performance.now() - begin)}\n`)
  for (const warning of page.warnings) process.stderr.write(`${warning}\n`)
  return {
    path,
    language,
    page: slides ? page : { ...page, slides: [] },
    notebook: `${JSON.stringify(notebook, null, 1)}\n`,
  }
}

/** A notebook that cannot be drawn is the author's to mend, as a file that cannot be read is. */
function draw(notebook: Notebook, options: PageOptions): Page {
  try {
    return renderPage(notebook, options)
  } catch (error) {
    if (error instanceof NotebookError) throw new CliError(error.message, error.remedy, { cause: error })
    throw error
  }
}

/** Written beside its place first: a site that could not be finished leaves the old one as it was. */
function write(out: string, files: string[], book: Book): void {
  mkdirSync(dirname(out), { recursive: true })
  const fresh = `${out}-${process.pid}`
  mkdirSync(fresh)
  try {
    for (const [path, content] of siteOf(book)) writeInto(fresh, path, content)
    for (const [index, chapter] of book.chapters.entries()) copyPictures(dirname(files[index]!), chapter, fresh)
    rmSync(out, { recursive: true, force: true })
    renameSync(fresh, out)
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true })
    throw error
  }
}

async function printChapters(chromium: string, out: string, book: Book): Promise<void> {
  for (const chapter of book.chapters) {
    const page = join(out, addressOf(chapter))
    const pdf = page.replace(/\.html$/, '.pdf')
    await step(`Printing ${relative(out, pdf)}`, () => printToPdf(chromium, page, pdf))
  }
}

function copyPictures(folder: string, chapter: Chapter, site: string): void {
  for (const picture of chapter.page.pictures) {
    writeInto(site, join(dirname(addressOf(chapter)), picture), readFileSync(join(folder, picture)))
  }
}

function writeInto(folder: string, path: string, content: string | Uint8Array): void {
  const file = join(folder, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
}

function notebooksIn(folder: string): string[] {
  const found = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : []
  const files = found.filter((file) => file.endsWith('.ipynb') && !file.includes('.ipynb_checkpoints')).sort()
  if (files.length > 0) return files.map((file) => join(folder, file))
  throw new CliError(`There are no notebooks in the folder ${folder}.`, 'Name them: `tensorcell notes lesson.ipynb`.')
}

/** Only a site of ours, or nothing, may be replaced. */
function refuseOthersFolder(out: string): void {
  if (!existsSync(out) || readdirSync(out).length === 0 || existsSync(join(out, 'assets', 'notes.css'))) return
  throw new CliError(
    `The folder ${out} has other things in it, which would be lost.`,
    'Choose an empty or a new folder with `--out DIR`.',
  )
}

function sharedFolder(paths: string[]): string {
  let folder = dirname(paths[0]!)
  while (!paths.every((path) => path.startsWith(join(folder, '/')))) folder = dirname(folder)
  return folder
}

function settingsOf(folder: string): { language: Language; title?: string } {
  const file = join(folder, 'tensorcell.json')
  const { language, title } = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  return { language: language === 'zh' ? 'zh' : 'en', ...(typeof title === 'string' && { title }) }
}
