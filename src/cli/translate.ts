// `tensorcell translate`: keeps the Chinese notebooks in `zh/` beside the English ones.
// Rule: the English notebook is the source of all code; the Chinese file is the source of Chinese prose.
import { existsSync, mkdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Command } from './command.ts'
import { CliError, UsageError } from './errors.ts'
import { type Notebook, readNotebook, writeNotebook } from './notebook.ts'
import { run } from './run.ts'
import { differingCode, translated } from './translation.ts'

export const translate: Command = {
  summary: 'bring the code of notebooks over to their Chinese versions',
  help: `Usage: tensorcell translate FILE... [--accept | --check]

Writes zh/NAME.ipynb beside each notebook: the same cells by their ids, with the code of the English one and the Chinese prose
that is there already. Then it runs the Chinese notebook, so that figures speak Chinese, and lists the cells whose prose is
missing (English stands in for it) or out of date (the English text has changed, the Chinese has not).

  --accept   the Chinese prose that is listed as out of date is right as it is
  --check    change nothing; end with exit code 1 if code or results differ, or prose is missing or out of date`,

  async start(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { accept: { type: 'boolean' }, check: { type: 'boolean' } },
    })
    if (positionals.length === 0)
      throw new UsageError('There is no notebook to translate.', 'Name one: `tensorcell translate lesson.ipynb`.')
    const todo: string[] = []
    for (const file of positionals) {
      todo.push(...(values.check ? checkTranslation(file) : await bringOver(file, values.accept ?? false)))
    }
    process.stdout.write(todo.map((line) => `${line}\n`).join(''))
    if (values.check && todo.length > 0)
      throw new CliError('The Chinese notebooks lag behind.', 'Bring them over with `tensorcell translate FILE`.')
  },
}

function checkTranslation(file: string): string[] {
  const target = chineseOf(file)
  if (!existsSync(target)) return [`${target}  is missing`]
  const [original, translation] = [readNotebook(file), readNotebook(target)]
  const code = differingCode(original, translation).map((difference) => `${target}  ${difference}`)
  return [...code, ...proseToDo(target, translated(original, translation, false))]
}

async function bringOver(file: string, accept: boolean): Promise<string[]> {
  const target = chineseOf(file)
  const result = translated(readNotebook(file), existing(target), accept)
  mkdirSync(dirname(target), { recursive: true })
  writeNotebook(target, result.notebook)
  await run.start(['--in-place', target])
  return proseToDo(target, result)
}

function proseToDo(target: string, { missing, outdated }: { missing: string[]; outdated: string[] }): string[] {
  return [
    ...missing.map((id) => `${target}  "${id}" is not translated`),
    ...outdated.map((id) => `${target}  "${id}" is out of date`),
  ]
}

function existing(file: string): Notebook | undefined {
  return existsSync(file) ? readNotebook(file) : undefined
}

function chineseOf(file: string): string {
  return join(dirname(file), 'zh', basename(file))
}
