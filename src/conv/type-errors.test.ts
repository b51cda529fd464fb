// What TypeScript says about shapes that do not fit, word for word: the sentence is what a learner reads in the cell.
// Rule: one run of tsc over all cases; a case without a message must be accepted.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')

const cases: Record<string, string | undefined> = {
  'new Sequential([24, 24, 1], [new Flatten(), new Dense({ inputs: 400, units: 10, rng })])':
    'dense layer takes 400 numbers, but gets 576',
  'new Sequential([24, 24, 1], [new Flatten(), new Dense({ inputs: 576, units: 10, rng })])': undefined,
  'new Sequential([5, 5, 16], [new Dense({ inputs: 400, units: 10, rng })])':
    'dense layer takes 400 numbers, but gets [5, 5, 16]: put a Flatten before it',
  'new Sequential([10], [new Dense({ inputs: 10, units: 5, rng }), new Dense({ inputs: 4, units: 1, rng })])':
    'dense layer takes 4 numbers, but gets 5',
  'new Sequential([4, 4, 1], [new MaxPool2D(2), new Conv2D({ kernelSize: 3, rng })])':
    'kernel height 3 is larger than input height 2',
  'new Sequential([4, 3, 1], [new AvgPool2D([2, 4])])': 'kernel width 4 is larger than input width 3',
  'new Sequential([28, 28, 6], [new Conv2D({ kernelSize: 5, outChannels: 16, rng })])':
    'convolution has inChannels 1, but gets [28, 28, 6]',
  'new Sequential([784], [new ReLU(), new GlobalMaxPool2D()])': 'layer takes [height, width, channels], but gets [784]',
  'new Sequential([28, some, 1], [new Flatten(), new Dense({ inputs: 7, units: 10, rng })])': undefined,
  'new Sequential([28, 28, 1], [own, new Dense({ inputs: 7, units: 10, rng })])': undefined,
  'new Sequential([28, 28, 1], [own, own] as Layer[])': undefined,
}

const names = [
  'AvgPool2D',
  'Conv2D',
  'createRng',
  'Dense',
  'Flatten',
  'GlobalMaxPool2D',
  'MaxPool2D',
  'ReLU',
  'Sequential',
]
const before = `import { ${names.join(', ')}, type Layer } from '../../src/conv.ts'
const rng = createRng(0)
const some: number = 28
const own: Layer = new ReLU()
`

const said = diagnostics()

it.each(Object.entries(cases))('%s', (code, message) => {
  const lines = said.get(Object.keys(cases).indexOf(code)) ?? []
  if (message === undefined) expect(lines).toEqual([])
  else expect(lines).toEqual([expect.stringContaining(`'"${message}"'`)])
})

/** The lines that tsc prints about each case. */
function diagnostics(): Map<number, string[]> {
  const folder = mkdtempSync(join(root, 'node_modules/.type-errors-'))
  try {
    writeFileSync(join(folder, 'cases.ts'), before + Object.keys(cases).join('\n'))
    const options = {
      extends: '../../tsconfig.json',
      compilerOptions: { allowImportingTsExtensions: true },
      include: ['*.ts'],
    }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(options))
    return byCase(tsc(folder))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function tsc(folder: string): string {
  try {
    return execFileSync(join(root, 'node_modules/.bin/tsc'), ['-p', folder, '--pretty', 'false'], { encoding: 'utf8' })
  } catch (error) {
    return error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error)
  }
}

function byCase(output: string): Map<number, string[]> {
  const first = before.split('\n').length
  const found = new Map<number, string[]>()
  for (const [, line, text] of output.matchAll(/^\S+\((\d+),\d+\): error (.*)$/gm)) {
    const index = Number(line) - first
    found.set(index, [...(found.get(index) ?? []), text!])
  }
  return found
}
