// `tensorcell sheets`: writes the exercise sheets as notebooks, for learners or, with solutions and hidden tests, for nbgrader.
// Rule: everything comes from the bank of exercises; a sheet that is there already is written anew only when told to.
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sheets as all, idsOf } from '../exercises/registry.ts'
import { type SheetOptions, sheetNotebook } from '../exercises/sheet.ts'
import type { Command } from './command.ts'
import { CliError, UsageError } from './errors.ts'
import { writeNotebook } from './notebook.ts'

export const sheets: Command = {
  summary: 'write the exercise sheets as notebooks, for learners or for nbgrader',
  help: `Usage: tensorcell sheets FOLDER [--language en|zh] [--instructor] [--overwrite]

Writes one notebook for each exercise sheet into FOLDER.

  --language en|zh    the language of the statements; English unless told
  --instructor        nbgrader's source version: solutions between BEGIN SOLUTION and END SOLUTION, and a hidden test for the
                      points. Its hidden cases come from the number in TENSORCELL_SEED, where autograde runs
  --overwrite         replace sheets that are there already, answers and all`,

  async start(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { language: { type: 'string' }, instructor: { type: 'boolean' }, overwrite: { type: 'boolean' } },
    })
    const [folder, ...more] = positionals
    if (folder === undefined || more.length > 0)
      throw new UsageError('The sheets need one folder.', 'Name it: `tensorcell sheets exercises`.')
    const options = optionsOf(values.language ?? 'en', values.instructor ?? false)
    const files = all
      .filter((sheet) => idsOf(sheet).length > 0)
      .map((sheet) => ({ sheet, file: join(folder, `${sheet.name}.ipynb`) }))
    const taken = files.filter(({ file }) => existsSync(file))
    if (taken.length > 0 && !values.overwrite) {
      throw new CliError(
        `${taken[0]!.file} is there already, and may hold somebody’s answers.`,
        'Name another folder, or add --overwrite to replace it.',
      )
    }
    mkdirSync(folder, { recursive: true })
    for (const { sheet, file } of files) {
      writeNotebook(file, sheetNotebook(sheet, options))
      process.stdout.write(`${file}\n`)
    }
  },
}

function optionsOf(language: string, instructor: boolean): SheetOptions {
  if (language !== 'en' && language !== 'zh')
    throw new UsageError(`There are no sheets in the language "${language}".`, 'Use en or zh.')
  return instructor ? { language, instructor } : { language }
}
