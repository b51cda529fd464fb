// A learner's notebook as a grader reads it: which sheet it is, and which of its cells run.
// Rule: cells that check an answer do not run, since what they say is the submission's own word.

import { basename } from 'node:path'
import { idsOf, type Sheet, sheets } from '../exercises/registry.ts'
import { type Cell, joined, type Notebook, readNotebook } from './notebook.ts'

export interface Submission {
  file: string
  sheet: Sheet
  /** Code cells in their order, without checks. */
  cells: Cell[]
}

/** Reads a submission, or says in a sentence why it cannot be graded. */
export function readSubmission(file: string): Submission | string {
  try {
    const notebook = readNotebook(file)
    const sheet = sheetOf(file, notebook)
    if (!sheet) return 'It is none of the sheets: neither its name nor its metadata says which.'
    if (idsOf(sheet).length === 0) return `The sheet ${sheet.name} has no exercises.`
    return { file, sheet, cells: notebook.cells.filter((cell) => cell.cell_type === 'code' && !isCheck(cell)) }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** The sheet that the notebook says it is (`metadata.tensorcell.sheet`), else the one whose name its own begins with. */
function sheetOf(file: string, { metadata }: Notebook): Sheet | undefined {
  const ours = metadata.tensorcell
  const stated = typeof ours === 'object' && ours !== null && 'sheet' in ours ? ours.sheet : undefined
  return sheets.find(({ name }) => name === stated) ?? sheets.find(({ name }) => basename(file).includes(name))
}

function isCheck(cell: Cell): boolean {
  return /^\s*(?:\/\/.*\n\s*)*(?:exercise\(|progress\()/.test(joined(cell.source))
}
