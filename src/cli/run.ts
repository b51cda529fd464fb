// `tensorcell run`: executes notebooks from the first cell to the last, through the real kernel and without Python.
// Rule: stops at the first cell that fails, naming file, cell and line; a cell tagged `raises-exception` may fail.
import { mkdirSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { parseArgs, stripVTControlCharacters } from 'node:util'
import type { ExecuteReply, Failure } from '../protocol/messages.ts'
import type { Command } from './command.ts'
import { CliError, UsageError } from './errors.ts'
import { type RunningKernel, startKernel } from './kernel-process.ts'
import { type Cell, joined, type Notebook, readNotebook, writeNotebook } from './notebook.ts'
import { Outputs } from './outputs.ts'
import { seconds } from './progress.ts'
import { differences } from './verify.ts'

const options = {
  output: { type: 'string' },
  'in-place': { type: 'boolean' },
  verify: { type: 'boolean' },
} as const

export const run: Command = {
  summary: 'execute notebooks without a browser (no Python needed)',
  help: `Usage: tensorcell run FILE... [--output DIR | --in-place | --verify]

Executes each notebook in a fresh kernel that works in the notebook's folder, with a line for each cell. Ends with exit code 1
at the first cell that fails, unless the cell is tagged "raises-exception". The files are not changed, unless you say so:

  --output DIR   write the executed notebooks, outputs and all, into DIR
  --in-place     write them over the files
  --verify       compare the outputs with those in the files, say where they differ, and end with exit code 1 if they do.
                 Texts must be equal, figures have the same data. A cell whose numbers vary states how much, relatively, in
                 its metadata: { "tensorcell": { "tolerance": 0.05 } }`,

  async start(args) {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options })
    if (positionals.length === 0)
      throw new UsageError('There is no notebook to run.', 'Name one: `tensorcell run lesson.ipynb`.')
    if (Object.keys(values).length > 1)
      throw new UsageError('--output, --in-place and --verify exclude each other.', 'Choose one of them.')
    const notebooks = positionals.map((file) => ({ file, notebook: readNotebook(file) }))
    const unequal: string[] = []
    for (const { file, notebook } of notebooks) {
      if (values.verify) unequal.push(...(await verifyNotebook(file, notebook)))
      else if (values['in-place']) await runInPlace(file, notebook)
      else await runInto(values.output, file, notebook)
    }
    if (unequal.length > 0)
      throw new CliError(
        `Not as committed: ${unequal.join(', ')}.`,
        'If the new outputs are right, keep them with `tensorcell run --in-place FILE`; if they vary, state a tolerance.',
      )
  },
}

/** Runs a notebook and prints how its outputs differ from those in its file. Gives the file if they do. */
async function verifyNotebook(file: string, notebook: Notebook): Promise<string[]> {
  const committed = structuredClone(notebook.cells)
  if (!committed.some(({ outputs }) => outputs?.length))
    throw new CliError(`${file} has no outputs to compare with.`, 'Put them in with `tensorcell run --in-place FILE`.')
  await runNotebook(file, notebook)
  const found = committed.flatMap((cell, index) =>
    differences(cell, notebook.cells[index]?.outputs ?? []).map((line) => `  ✗ cell "${cell.id ?? index}", ${line}`),
  )
  process.stdout.write(found.length === 0 ? `${basename(file)}  as committed\n` : `${found.join('\n')}\n`)
  return found.length === 0 ? [] : [file]
}

/** A notebook that fails keeps the outputs that it had. */
async function runInPlace(file: string, notebook: Notebook): Promise<void> {
  await runNotebook(file, notebook)
  writeNotebook(file, notebook)
}

/** A notebook that fails is written as far as it came, with the error in it. */
async function runInto(folder: string | undefined, file: string, notebook: Notebook): Promise<void> {
  try {
    await runNotebook(file, notebook)
  } finally {
    if (folder !== undefined) write(join(folder, basename(file)), notebook)
  }
}

/** Runs all cells; their outputs take the place of those that the notebook had. Throws a CliError at the first that fails. */
export async function runNotebook(file: string, notebook: Notebook): Promise<void> {
  const outputs = new Outputs()
  const kernel = await startKernel(dirname(resolve(file)), (heard) => outputs.hear(heard))
  const stopped = stopOnSignal(kernel)
  try {
    notebook.metadata = { ...notebook.metadata, language_info: kernel.info.language_info }
    await runCells(file, notebook, kernel, outputs)
  } finally {
    stopped()
    await kernel.stop()
  }
}

async function runCells(file: string, notebook: Notebook, kernel: RunningKernel, outputs: Outputs): Promise<void> {
  const cells = notebook.cells.filter((cell) => cell.cell_type === 'code' && joined(cell.source).trim() !== '')
  for (const [index, cell] of cells.entries()) {
    const place = `${basename(file)}  ${String(index + 1).padStart(String(cells.length).length)}/${cells.length}`
    const begin = performance.now()
    const reply = await execute(cell, kernel, outputs)
    process.stdout.write(`${place}  ${seconds(performance.now() - begin)}\n`)
    if (reply.status === 'ok' || cell.metadata.tags?.includes('raises-exception')) continue
    throw failed(file, index + 1, cell, reply.status === 'error' ? reply : undefined)
  }
}

async function execute(cell: Cell, { client }: RunningKernel, outputs: Outputs): Promise<ExecuteReply> {
  cell.outputs = []
  const content = {
    code: joined(cell.source),
    silent: false,
    store_history: true,
    allow_stdin: false,
    stop_on_error: true,
  }
  const { id, answer } = client.ask(
    'shell',
    'execute_request',
    content,
    cell.id === undefined ? {} : { cellId: cell.id },
  )
  outputs.expect(id, cell.outputs)
  const reply = await answer
  if (!('execution_count' in reply))
    throw new CliError(`The kernel failed: ${reply.evalue}`, 'Please report it, with the cell.')
  cell.execution_count = reply.execution_count
  return reply
}

/** The traceback names the cell and the line that the user wrote: it is the kernel's own words that are shown. */
function failed(file: string, number: number, cell: Cell, failure: Failure | undefined): CliError {
  const name = cell.id === undefined ? '' : ` ("${cell.id}")`
  const traceback = failure ? stripVTControlCharacters(failure.traceback.join('\n')).trim() : 'The cell was not run.'
  return new CliError(
    `${file}: code cell ${number}${name} failed.\n\n${traceback}\n`,
    'Mend the cell, or tag it "raises-exception" if it is meant to fail.',
  )
}

function write(file: string, notebook: Notebook): void {
  mkdirSync(dirname(file), { recursive: true })
  writeNotebook(file, notebook)
}

/** Ctrl-C and SIGTERM end the kernel first; 128 + the signal's number is what shells expect. Returns the way back. */
function stopOnSignal(kernel: RunningKernel): () => void {
  const signals = { SIGINT: 130, SIGTERM: 143 }
  const handlers = Object.entries(signals).map(([signal, code]) => {
    const handler = () => void kernel.stop().then(() => process.exit(code))
    process.once(signal, handler)
    return () => process.off(signal, handler)
  })
  return () => {
    for (const remove of handlers) remove()
  }
}
